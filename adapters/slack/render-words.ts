import type { SlackPayload } from './block-types.ts';
import { apart, type Envelope, lineBlocks, slackMessages, textLines } from './messages.ts';
import { ours } from './rich-text.ts';

/** Plain sentences. */
export function renderWords(words: string, envelope: Envelope): readonly SlackPayload[] {
  const lines = textLines(words);
  const blocks = lineBlocks([], lines.length > 0 ? lines : [ours('–')]);
  return slackMessages(apart(blocks), words, envelope);
}
