import type { MessageAction } from './action.ts';
import type { SourceTier } from './article.ts';
import type { Citation, CitedSentence } from './citation.ts';
import type { Moment } from './moment.ts';

/** A link to one article of a story. */
export interface SourceLink {
  readonly articleId: string;
  readonly url: string | null;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedAt: Moment;
  readonly tier: SourceTier;
  readonly isNote: boolean;
  /** Absent in a document that was owed by an earlier version. */
  readonly imageUrl?: string | null;
}

/** Two statements that cannot both hold, the later one first. */
export interface ConflictPair {
  readonly claim: Citation;
  readonly against: Citation;
}

/** One story as it stands in a digest. Texts are raw text from outside: a renderer escapes each leaf, last. */
export interface StoryEntry {
  readonly storyId: string;
  readonly verdict: 'new' | 'update' | 'contradicts';
  readonly headline: string;
  readonly publishedAt: Moment;
  readonly summary: readonly CitedSentence[];
  /** Who wrote the summary, with the version of prompt or rule (see `Brief`); `none` when nobody could. */
  readonly writer: string;
  /** Facts not told before; empty when the whole story is new. */
  readonly whatIsNew: readonly CitedSentence[];
  readonly conflicts: readonly ConflictPair[];
  /** Every article of the story, primary documents first. */
  readonly sources: readonly SourceLink[];
  /** Of a picture that one of the sources gives; absent in a document that was owed by an earlier version. */
  readonly imageUrl?: string | null;
}

/** A posted story of which the channel was told more since its last digest. */
export interface ChangedStory {
  readonly storyId: string;
  readonly headline: string;
  /** The first of what was new in it. */
  readonly news: CitedSentence | null;
  /** Of the message in which it was told; `null` where the platform has no such address. */
  readonly permalink: string | null;
}

/** The channel message of a digest: the ranked stories in short. Items follow as story documents in its thread. */
export interface DigestDocument {
  readonly kind: 'digest';
  /** The digest's moment, shown in `zone` (an IANA name). */
  readonly asOfMs: number;
  readonly zone: string;
  readonly stories: readonly StoryEntry[];
  /** Absent in a digest that was owed by an earlier version. */
  readonly changed?: readonly ChangedStory[];
  /** Stories under the cap: named in one line, and told by it. */
  readonly alsoTold: readonly SourceLink[];
  /** Sentences for the foot: sources that fail, and why. */
  readonly notes: readonly string[];
}

/** When later facts were last worked into a message; `zone` is an IANA name. */
export interface Revised {
  readonly atMs: number;
  readonly zone: string;
}

/** One story of a digest in full, or a story on its own. `rank` counts from 1. */
export interface StoryDocument {
  readonly kind: 'story';
  readonly rank: number;
  readonly story: StoryEntry;
  /** `null` while it stands as it was posted. */
  readonly revised: Revised | null;
}

/** What is new in a story that the channel was told of, for the thread of its posting. */
export interface UpdateDocument {
  readonly kind: 'update';
  readonly story: StoryEntry;
}

/** One story that a watch matched. */
export interface AlertStory {
  readonly story: StoryEntry;
  /** The words that matched as they stand in the story, to be set in bold where they are shown. */
  readonly matched: readonly string[];
  /** `null` while it stands as it was posted. */
  readonly revised: Revised | null;
}

/** A watch that matched: one story at once, or all of a digest's period. */
export interface AlertDocument {
  readonly kind: 'alert';
  readonly watchId: string;
  readonly watchName: string;
  /** Why it fired, as a sentence that ends the message. The query in it is text from outside. */
  readonly reason: string;
  readonly stories: readonly AlertStory[];
}

/** An answer to a question. A refusal has no sentences, and says in `refusal` what is missing. */
export interface AnswerDocument {
  readonly kind: 'answer';
  readonly question: string;
  readonly answered: boolean;
  readonly sentences: readonly CitedSentence[];
  readonly refusal: string | null;
  /** A query of a watch for what is asked, where the sources do not hold it; `null` otherwise. */
  readonly watchQuery: string | null;
}

/** Something that the bot itself has to say: silence, a fault, a hint. Its text is ours, not from outside. */
export interface NoticeDocument {
  readonly kind: 'notice';
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** What can be done about it; absent in a notice that was owed by an earlier version. */
  readonly actions?: readonly MessageAction[];
}

/** A message is data; each platform has pure renderers from it to a payload. */
export type MessageDocument =
  | DigestDocument
  | StoryDocument
  | UpdateDocument
  | AlertDocument
  | AnswerDocument
  | NoticeDocument;
