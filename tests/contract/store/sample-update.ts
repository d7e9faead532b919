import type { OwedMessage } from '../../../src/domain/delivery.ts';
import { messageOf } from './samples.ts';

/** The message that tells what is new in a story, in the thread of `head`. */
export function updateOf(key: string, storyId: string, over: Partial<OwedMessage> = {}): OwedMessage {
  const story = {
    storyId,
    verdict: 'update' as const,
    headline: `Headline of ${key}`,
    publishedAt: { epochMs: 1_000, precision: 'instant' as const, basis: 'feed' as const },
    summary: [],
    writer: 'none',
    whatIsNew: [],
    conflicts: [],
    sources: [],
  };
  return messageOf(key, 'head', { document: { kind: 'update', story }, ...over });
}
