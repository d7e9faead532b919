import type { Actor, CommandAnswer, CommandDefinition } from '../domain/command.ts';
import type { Platform } from '../domain/delivery.ts';
import type { AnswerDocument, MessageDocument, StoryDocument } from '../domain/message-document.ts';
import type { SourceState } from '../domain/source.ts';

/** What the handlers may use: the rooms' services, as the assembly made them. */
export interface CommandServices {
  ask(question: string): Promise<AnswerDocument>;
  listSources(): Promise<readonly SourceState[]>;
  /** The documents of the digest that would be posted now; with `all`, of everything known. */
  composeDigest(options: { readonly all: boolean }): Promise<readonly MessageDocument[]>;
  renderFor(
    platform: Platform,
    documents: readonly MessageDocument[],
  ): readonly Readonly<Record<string, unknown>>[];
  /** The story with this id, or the best one for these words; `null` when there is none. */
  findStory(words: string): Promise<StoryDocument | null>;
  /** Judges an article, by its address or its text, against what is known, and keeps nothing. */
  compareArticle(article: string): Promise<ArticleJudgement>;
}

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
