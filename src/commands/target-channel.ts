import type { Channel } from '../domain/channel.ts';
import type { Actor } from '../domain/command.ts';
import type { ChannelRef } from '../domain/delivery.ts';
import { isOfWorkspace } from '../domain/workspace.ts';
import type { CommandServices } from './command.ts';
import { ok, type Reading, refused } from './reading.ts';

export interface TargetChannel {
  readonly ref: ChannelRef;
  /** `null` for a channel that there is on the platform and that is not set up. */
  readonly channel: Channel | null;
}

type Channels = Pick<CommandServices, 'channels' | 'directory'>;

/** The channel that these words name in the actor's workspace, or the one that the actor is in without words. */
export async function targetChannel(
  words: string | undefined,
  actor: Actor,
  services: Channels,
): Promise<Reading<TargetChannel>> {
  const wanted = words?.trim() || actor.channelId;
  const known = await workspaceChannels(actor, services);
  if (!wanted) return refused(`Which channel? Add channel. ${listed(known)}`);
  const ref = await services.directory.find(wanted, actor);
  const channel = known.find(({ ref: { channelId } }) => channelId === (ref?.channelId ?? bareName(wanted)));
  if (channel) return ok({ ref: channel.ref, channel });
  if (ref && isOfWorkspace(ref, actor)) return ok({ ref, channel: null });
  return refused(`There is no channel "${wanted}" in this workspace. ${listed(known)}`);
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
  const known = await workspaceChannels(actor, services);
  return refused(
    `The channel ${ref.channelId} is not set up. Write settings with channel ${ref.channelId} and cadence daily. ${listed(known)}`,
  );
}

async function workspaceChannels(
  actor: Actor,
  { channels }: Pick<CommandServices, 'channels'>,
): Promise<readonly Channel[]> {
  return (await channels.list()).filter(({ ref }) => isOfWorkspace(ref, actor));
}

/** The zone of the channel that the actor is in; UTC elsewhere. */
export async function zoneOf(actor: Actor, services: Pick<CommandServices, 'channels'>): Promise<string> {
  const channels = await workspaceChannels(actor, services);
  return channels.find(({ ref }) => ref.channelId === actor.channelId)?.settings.zone ?? 'UTC';
}

function bareName(words: string): string {
  return words.replace(/^#/, '');
}

function listed(known: readonly Channel[]): string {
  if (known.length === 0) return 'No channel of it is set up yet.';
  return `Set up here: ${known.map(({ ref }) => ref.channelId).join(', ')}.`;
}
