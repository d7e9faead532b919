import type { Mention } from '../../src/domain/mention.ts';
import type { MessageDocument } from '../../src/domain/message-document.ts';

// What goes over the wire between the fake platform and its publisher, as JSON.

export interface PostRequest {
  readonly channelId: string;
  readonly key: string;
  readonly threadMessageId: string | null;
  readonly document: MessageDocument;
  readonly mentions: readonly Mention[];
  /** The client's time: a platform of simulated months keeps its limits by it. */
  readonly atMs: number;
}

export interface EditRequest {
  readonly channelId: string;
  readonly messageId: string;
  readonly document: MessageDocument;
  readonly mentions: readonly Mention[];
  readonly atMs: number;
}

export interface LookupRequest {
  readonly channelId: string;
  readonly key: string;
  readonly threadMessageId: string | null;
}

export interface MessageAnswer {
  readonly messageId: string;
  readonly permalink: string;
}

export interface LookupAnswer {
  /** `null` when no message of the recent history carries the key. */
  readonly found: MessageAnswer | null;
}
