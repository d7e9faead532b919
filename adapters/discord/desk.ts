import type { Actor, CommandAnswer } from '../../src/domain/command.ts';
import type { Wait } from '../../src/domain/in-time.ts';
import type { WorkTracker } from '../../src/domain/track-work.ts';
import type { Language } from '../../src/domain/words/words.ts';
import type { ChannelStore } from '../../src/ports/channel-store.ts';
import type { ChatDesk } from '../../src/ports/chat-desk.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { DeliveryStore } from '../../src/ports/delivery-store.ts';
import type { EventLedger } from '../../src/ports/event-ledger.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Admins } from './admins.ts';
import type { AnswerApi } from './answer-api.ts';
import type { AskApi } from './ask-api.ts';
import type { Homes } from './homes.ts';
import type { DiscordMessageLayout } from './messages.ts';
import type { Origin } from './read-origin.ts';

/** What those need who answer people. */
export interface Desk {
  readonly chat: ChatDesk;
  readonly answers: AnswerApi;
  readonly ask: AskApi;
  readonly channels: ChannelStore;
  readonly deliveries: Pick<DeliveryStore, 'list'>;
  readonly events: EventLedger;
  readonly admins: Admins;
  readonly homes: Homes;
  readonly work: WorkTracker;
  readonly wait: Wait;
  /** Ends waits when the bot stops. */
  readonly stopping: AbortSignal;
  readonly clock: Clock;
  readonly log: Log;
  readonly layout: DiscordMessageLayout;
}

/** An answer and the language in which it is shown. */
export interface Answered {
  readonly answer: CommandAnswer;
  readonly language: Language;
}

const noServer =
  'I know of no Discord server in which we both are. Join one that I am in, or use me in a channel of it.';

/** What the work answers to whoever asks, with what they may and in their channel's language. */
export async function answerAs(
  origin: Origin,
  desk: Pick<Desk, 'admins' | 'channels' | 'homes'>,
  work: (actor: Actor) => Promise<CommandAnswer>,
): Promise<Answered> {
  const actor = await actorOf(origin, desk);
  if (!actor) return { answer: { kind: 'refused', problem: noServer }, language: languageOf(origin.locale) };
  return { answer: await work(actor), language: actor.language };
}

/** Who asks; `null` in direct messages with somebody who is in no server of the bot's. */
export async function actorOf(
  origin: Origin,
  { admins, channels, homes }: Pick<Desk, 'admins' | 'channels' | 'homes'>,
): Promise<Actor | null> {
  const { personId, placeId, parentId, guildId } = origin;
  if (guildId !== null) homes.note(personId, guildId);
  const workspaceId = guildId ?? (await homes.of(origin));
  if (workspaceId === null) return null;
  const channelId = guildId === null ? null : (parentId ?? placeId);
  const rights = await admins.rightsOf(workspaceId, origin);
  const channel = (await channels.list()).find(
    ({ ref }) => ref.platform === 'discord' && ref.workspaceId === workspaceId && ref.channelId === channelId,
  );
  return {
    platform: 'discord',
    workspaceId,
    personId,
    channelId,
    ...rights,
    conversationId: parentId !== null || guildId === null ? placeId : null,
    language: channel?.settings.language ?? languageOf(origin.locale),
  };
}

/** Of a client's language (docs.discord.com/developers/reference, "Locales"), where the bot speaks it. */
function languageOf(locale: string): Language {
  if (locale === 'de') return 'de';
  return locale === 'zh-CN' ? 'zh' : 'en';
}
