import type { Platform } from '../domain/delivery.ts';
import type { Mention } from '../domain/mention.ts';
import type { MessageDocument } from '../domain/message-document.ts';

/** Makes the exact payloads that a platform would be sent for one document. Pure. */
export interface PayloadRenderer {
  readonly platform: Platform;
  /** Mostly one payload; more where the platform's limits need a second message. `key` rides on the first. */
  render(
    document: MessageDocument,
    key: string,
    mentions: readonly Mention[],
  ): readonly Readonly<Record<string, unknown>>[];
}
