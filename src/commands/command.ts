import type { ChannelSettings } from '../domain/channel.ts';
import type { Actor, AnswerTable, CommandAnswer, CommandDefinition } from '../domain/command.ts';
import type { ChannelRef, OwedMessage, Platform } from '../domain/delivery.ts';
import type {
  AnswerDocument,
  MessageDocument,
  StoryDocument,
  StoryEntry,
} from '../domain/message-document.ts';
import type { SourceDefinition, SourceState } from '../domain/source.ts';
import type { KeptArticle } from '../domain/story.ts';
import type { Watch } from '../domain/watch.ts';
import type { Language } from '../domain/words/words.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { ChannelDirectory } from '../ports/channel-directory.ts';
import type { ChannelStore } from '../ports/channel-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { DeliveryDesk } from '../ports/delivery-desk.ts';
import type { DeliveryStore } from '../ports/delivery-store.ts';
import type { ArchivedDigest, DigestStore } from '../ports/digest-store.ts';
import type { FeedbackStore } from '../ports/feedback-store.ts';
import type { FollowStore } from '../ports/follow-store.ts';
import type { InstallationStore } from '../ports/installation-store.ts';
import type { SourceStore } from '../ports/source-store.ts';
import type { StoryHeadlines, StoryStore } from '../ports/story-store.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import type { WorkspaceStore } from '../ports/workspace-store.ts';
import type { DefinedWatch, WatchWish } from '../watch/define-watch.ts';

/** The ports that the handlers use themselves. */
export interface CommandPorts {
  readonly clock: Clock;
  readonly directory: ChannelDirectory;
  readonly channels: Pick<ChannelStore, 'list' | 'change'>;
  readonly watches: Pick<WatchStore, 'list' | 'save' | 'remove' | 'hits'>;
  readonly sources: Pick<SourceStore, 'add' | 'remove' | 'pause'>;
  readonly installations: Pick<InstallationStore, 'list'>;
  readonly follows: FollowStore;
  readonly feedback: FeedbackStore;
  readonly workspaces: WorkspaceStore;
  readonly conversations: ConversationStore;
  readonly stories: NamedStories;
  readonly digests: Pick<DigestStore, 'archive'>;
  readonly deliveries: Pick<DeliveryStore, 'list'>;
  readonly desk: DeliveryDesk;
  readonly audit: AuditLog;
}

/** The stories by their names, quickly enough for somebody who types. */
export interface NamedStories extends Pick<StoryStore, 'headlines'> {
  /** The `limit` best whose ids and titles hold most of these words (see `nameFinder`); the latest ones without words. */
  named(words: string, limit: number): Promise<readonly StoryHeadlines[]>;
}

/** What the rooms do for the handlers, as the assembly made it. */
export interface RoomServices {
  /** Of a channel that is set up by its first command. */
  readonly firstSettings: ChannelSettings;
  /** `earlier`: the questions that were asked before it in the same conversation, oldest first. */
  ask(question: string, earlier: readonly string[]): Promise<AnswerDocument>;
  listSources(): Promise<readonly SourceState[]>;
  /** Checks a feed as a configured one is checked, and reads it once; saves nothing. */
  trySource(wish: SourceWish): Promise<TriedSource>;
  /** The messages of the digest that would be posted now in a channel; with `all`, of everything known. */
  previewDigest(channel: ChannelRef, options: { readonly all: boolean }): Promise<readonly OwedMessage[]>;
  /** Decides a channel's digest now and sends it; `null` when there was nothing untold. */
  postDigest(channel: ChannelRef): Promise<ArchivedDigest | null>;
  renderFor(
    target: { readonly platform: Platform; readonly language: Language },
    messages: readonly OwedMessage[],
  ): readonly Readonly<Record<string, unknown>>[];
  /** The story with this id, or the best one for these words; `null` when there is none. */
  findStory(words: string): Promise<StoryDocument | null>;
  /** The articles of the same story, in the order of keeping: nothing is written for it. */
  readStory(words: string): Promise<ReadStory | null>;
  /** The same story by its name alone. */
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

export interface ReadStory extends StoryName {
  readonly articles: readonly KeptArticle[];
}

/** A feed as somebody asks for it; empty texts for what is left to the feed. */
export type SourceWish = Readonly<Record<'url' | 'name' | 'tier' | 'lang', string>>;

export type TriedSource =
  | {
      readonly kind: 'read';
      readonly source: SourceDefinition;
      readonly entryCount: number;
      readonly newestTitle: string;
    }
  | { readonly kind: 'refused'; readonly problem: string };

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
