import type { NoticeDocument } from '../../src/domain/message-document.ts';
import { escapeConsole } from './escape.ts';
import { block } from './story-lines.ts';
import type { Style } from './style.ts';

/** What can be done about it is left out: a terminal has no buttons. */
export function renderNotice(notice: NoticeDocument, style: Style): readonly string[] {
  return [
    ...block(escapeConsole(notice.heading), 4, ' !').map(style.strong),
    ...notice.paragraphs.flatMap((paragraph) => ['', ...block(escapeConsole(paragraph), 4)]),
  ];
}
