import type { NoticeDocument } from '../../src/domain/message-document.ts';
import type { SlackPayload } from './block-types.ts';
import { apart, type Envelope, header, lineBlocks, slackMessages, textLines } from './messages.ts';
import { actionBlocks } from './render-actions.ts';

/** Our own words. A paragraph longer than a block goes on in the next one. */
export function renderNotice(notice: NoticeDocument, envelope: Envelope): readonly SlackPayload[] {
  const { heading, paragraphs, actions = [] } = notice;
  const blocks = [
    header(heading),
    ...lineBlocks(
      [],
      paragraphs.flatMap((paragraph) => textLines(paragraph)),
    ),
    ...actionBlocks(actions, envelope.words),
  ];
  return slackMessages(apart(blocks), [heading, ...paragraphs].join(' '), envelope);
}
