import type { ChannelSettings } from '../domain/channel.ts';
import type { Actor, AnswerTable, CommandAnswer, CommandDefinition } from '../domain/command.ts';
import type { ChannelRef, OwedMessage, Platform } from '../domain/delivery.ts';
import type {
  AnswerDocument,
  MessageDocument,
  StoryDocument,
  StoryEntry,
} from '../domain/message-document.ts';
import type { SourceState } from '../domain/source.ts';
import type { Watch } from '../domain/watch.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { ChannelDirectory } from '../ports/channel-directory.ts';
import type { ChannelStore } from '../ports/channel-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryDesk } from '../ports/delivery-desk.ts';
import type { DeliveryStore } from '../ports/delivery-store.ts';
import type { ArchivedDigest, DigestStore } from '../ports/digest-store.ts';
import type { FollowStore } from '../ports/follow-store.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import type { DefinedWatch, WatchWish } from '../watch/define-watch.ts';

/** The ports that the handlers use themselves. */
export interface CommandPorts {
  readonly clock: Clock;
  readonly directory: ChannelDirectory;
  readonly channels: Pick<ChannelStore, 'list' | 'change'>;
  readonly watches: Pick<WatchStore, 'list' | 'save' | 'remove' | 'hits'>;
  readonly follows: FollowStore;
  readonly digests: Pick<DigestStore, 'archive'>;
  readonly deliveries: Pick<DeliveryStore, 'list'>;
  readonly desk: DeliveryDesk;
  readonly audit: AuditLog;
}

/** What the rooms do for the handlers, as the assembly made it. */
export interface RoomServices {
  /** Of a channel that is set up by its first command. */
  readonly firstSettings: ChannelSettings;
  ask(question: string): Promise<AnswerDocument>;
  listSources(): Promise<readonly SourceState[]>;
  /** The messages of the digest that would be posted now in a channel; with `all`, of everything known. */
  previewDigest(channel: ChannelRef, options: { readonly all: boolean }): Promise<readonly OwedMessage[]>;
  /** Decides a channel's digest now and sends it; `null` when there was nothing untold. */
  postDigest(channel: ChannelRef): Promise<ArchivedDigest | null>;
  renderFor(
    platform: Platform,
    messages: readonly OwedMessage[],
  ): readonly Readonly<Record<string, unknown>>[];
  /** The story with this id, or the best one for these words; `null` when there is none. */
  findStory(words: string): Promise<StoryDocument | null>;
  /** The same story by its name alone: nothing is written for it. */
  nameStory(words: string): Promise<StoryName | null>;
  /** Judges an article, by its address or its text, against what is known, and keeps nothing. */
  compareArticle(article: string): Promise<ArticleJudgement>;
  /** Checks a watch and makes it; saves nothing. */
  defineWatch(
    wish: WatchWish,
    context: { readonly edited: Watch | null; readonly personId: string },
  ): Promise<DefinedWatch>;
  /** What a watch would have caught. */
  backTest(watch: Pick<Watch, 'query' | 'threshold'>): Promise<AnswerTable>;
  /** Why an article (its address, id or text) did or did not come through a watch, or through a bare query. */
  explainWatch(probe: Watch | { readonly query: string }, article: string): Promise<CommandAnswer>;
}

export type StoryName = Pick<StoryEntry, 'storyId' | 'headline'>;

export interface CommandServices extends CommandPorts, RoomServices {}

export type ArticleJudgement =
  | { readonly kind: 'compared'; readonly document: MessageDocument }
  | { readonly kind: 'refused'; readonly problem: string };

/** A command: one definition and what it does. Options are checked by the runner before the handler sees them. */
export interface Command {
  readonly definition: CommandDefinition;
  handle(
    options: Readonly<Record<string, string>>,
    actor: Actor,
    services: CommandServices,
  ): Promise<CommandAnswer>;
}
