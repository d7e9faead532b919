import type { NoticeDocument } from '../../src/domain/message-document.ts';
import { readableLine } from '../../src/domain/text/cite.ts';
import { slackLimits } from './limits.ts';
import {
  type Envelope,
  header,
  lineBlocks,
  type SlackPayload,
  slackMessages,
  splitAtWords,
} from './messages.ts';
import { literal } from './rich-text.ts';

/** Our own words. A paragraph longer than a block goes on in the next one. */
export function renderNotice(notice: NoticeDocument, envelope: Envelope): readonly SlackPayload[] {
  const lines = notice.paragraphs
    .flatMap((paragraph) => splitAtWords(readableLine(paragraph), slackLimits.blockTextChars / 2))
    .map((line) => literal(line));
  const parts = [header(notice.heading), ...lineBlocks([], lines)].map((block) => [block]);
  return slackMessages(parts, [notice.heading, ...notice.paragraphs].join(' '), envelope);
}
