import type { Channel } from '../domain/channel.ts';
import type { Actor } from '../domain/command.ts';
import type { ChannelRef } from '../domain/delivery.ts';
import { isOfWorkspace } from '../domain/workspace.ts';
import { namesOf } from './channel-names.ts';
import type { CommandServices } from './command.ts';
import { ok, type Reading, refused } from './reading.ts';
import { sightOf } from './see-channels.ts';

export interface TargetChannel {
  readonly ref: ChannelRef;
  /** `null` for a channel that there is on the platform and that is not set up. */
  readonly channel: Channel | null;
}

/** More make no sentence. */
const mostNamed = 20;

type Channels = Pick<CommandServices, 'channels' | 'directory'>;

/**
 * The channel that these words name in the actor's workspace, or the one that the actor is in without words. One that they
 * do not see is refused in the words for one that does not exist.
 */
export async function targetChannel(
  words: string | undefined,
  actor: Actor,
  services: Channels,
): Promise<Reading<TargetChannel>> {
  const wanted = words?.trim() || actor.channelId;
  const known = await ownChannels(actor, services);
  if (!wanted) return refused(`Which channel? Add channel. ${await listed(known, actor, services)}`);
  const found = await services.directory.find(wanted, actor);
  const channel = known.find(
    ({ ref: { channelId } }) => channelId === (found?.channelId ?? bareName(wanted)),
  );
  const ref = channel?.ref ?? found;
  if (ref && isOfWorkspace(ref, actor) && (await sightOf([ref], actor, services)).sees(ref)) {
    return ok({ ref, channel: channel ?? null });
  }
  return refused(
    `There is no channel "${wanted}" in this workspace. ${await listed(known, actor, services)}`,
  );
}

/** The same, of a channel that is set up. */
export async function setUpChannel(
  words: string | undefined,
  actor: Actor,
  services: Channels,
): Promise<Reading<Channel>> {
  const target = await targetChannel(words, actor, services);
  if (target.kind === 'refused') return target;
  const { channel, ref } = target.value;
  if (channel) return ok(channel);
  const known = await listed(await ownChannels(actor, services), actor, services);
  const name = await services.directory.nameOf(ref);
  return refused(
    `The channel ${name} is not set up. Write settings with channel ${name} and cadence daily. ${known}`,
  );
}

/** The channels of the actor's workspace that are set up. */
export async function ownChannels(
  actor: Actor,
  { channels }: Pick<CommandServices, 'channels'>,
): Promise<readonly Channel[]> {
  return (await channels.list()).filter(({ ref }) => isOfWorkspace(ref, actor));
}

/** The zone of the channel that the actor is in; UTC elsewhere. */
export async function zoneOf(actor: Actor, services: Pick<CommandServices, 'channels'>): Promise<string> {
  const channels = await ownChannels(actor, services);
  return channels.find(({ ref }) => ref.channelId === actor.channelId)?.settings.zone ?? 'UTC';
}

function bareName(words: string): string {
  return words.replace(/^#/, '');
}

/** Of those that are set up the ones that the actor sees. */
async function listed(known: readonly Channel[], actor: Actor, services: Channels): Promise<string> {
  const all = known.map(({ ref }) => ref);
  const { sees, notes } = await sightOf(all, actor, services);
  const refs = all.filter(sees);
  if (refs.length === 0) return ['No channel of it is set up yet.', ...notes].join(' ');
  const names = refs.slice(0, mostNamed).map(await namesOf(refs.slice(0, mostNamed), services));
  const more = refs.length > mostNamed ? ` and ${refs.length - mostNamed} more` : '';
  return [`Set up here: ${names.join(', ')}${more}.`, ...notes].join(' ');
}
