import type { WebClient } from '@slack/web-api';
import type { Actor } from '../../src/domain/command.ts';
import type { WorkTracker } from '../../src/domain/track-work.ts';
import type { ChannelDirectory } from '../../src/ports/channel-directory.ts';
import type { ChannelStore } from '../../src/ports/channel-store.ts';
import type { ChatDesk } from '../../src/ports/chat-desk.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Admins, Rights } from './admins.ts';
import type { PatientCall } from './patient-call.ts';
import type { Places } from './places.ts';
import { isChannelId, type Origin } from './read-origin.ts';
import type { SlackClients } from './web-client.ts';

/** What those need who answer people. */
export interface Desk {
  readonly chat: ChatDesk;
  readonly clients: SlackClients;
  readonly channels: ChannelStore;
  readonly directory: ChannelDirectory;
  readonly admins: Admins;
  readonly work: WorkTracker;
  readonly patiently: PatientCall;
  /** For answers that nobody else brings, over `patiently`. */
  readonly lastTry: PatientCall;
  /** What each person has under way. */
  readonly places: Places;
  readonly clock: Clock;
  readonly log: Log;
}

/** Who asks on Slack. */
export interface SlackActor extends Actor, Rights {}

/** Who asks, with what they may and in which language they are answered. */
export async function actorOf(
  origin: Origin,
  { admins, channels }: Pick<Desk, 'admins' | 'channels'>,
): Promise<SlackActor> {
  return actorWith(await admins.rightsOf(origin.workspaceId, origin.personId), origin, channels);
}

/** The same, where it is known what they may. */
export async function actorWith(
  rights: Rights,
  { workspaceId, personId, channelId, threadTs }: Origin,
  channels: Pick<ChannelStore, 'list'>,
): Promise<SlackActor> {
  const channel = (await channels.list()).find(
    ({ ref }) => ref.platform === 'slack' && ref.workspaceId === workspaceId && ref.channelId === channelId,
  );
  return {
    platform: 'slack',
    workspaceId,
    personId,
    // Direct messages are no channel that a command could be about.
    channelId: isChannelId(channelId) ? channelId : null,
    ...rights,
    conversationId: channelId && threadTs ? `${channelId}:${threadTs}` : null,
    language: channel?.settings.language ?? 'en',
  };
}

/** The client of a workspace. Rejects where the app is not installed: nobody could have asked from there. */
export async function clientOf(
  { workspaceId }: Pick<Origin, 'workspaceId'>,
  { clients }: Pick<Desk, 'clients'>,
): Promise<WebClient> {
  const client = await clients.of(workspaceId);
  if (client) return client;
  throw new Error(`Wirewatch is not installed in the Slack workspace ${workspaceId}. Install it there.`);
}
