import type { Platform } from '../domain/delivery.ts';
import type { Mention } from '../domain/mention.ts';
import type { MessageDocument } from '../domain/message-document.ts';
import type { Language } from '../domain/words/words.ts';

/** What goes with a document. */
export interface RenderContext {
  /** Rides on the first payload. */
  readonly key: string;
  readonly mentions: readonly Mention[];
  readonly language: Language;
}

/** Makes the exact payloads that a platform would be sent for one document. Pure. */
export interface PayloadRenderer {
  readonly platform: Platform;
  /** Mostly one payload; more where the platform's limits need a second message. */
  render(document: MessageDocument, context: RenderContext): readonly Readonly<Record<string, unknown>>[];
}
