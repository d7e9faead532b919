import type { NoticeDocument } from '../../src/domain/message-document.ts';
import { readableTitle } from '../../src/domain/text/cite.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import { escapeDiscord } from './escape.ts';
import { discordLayout } from './limits.ts';
import {
  actionButtons,
  type DiscordPayload,
  discordMessages,
  type Envelope,
  lineTexts,
  plainFrame,
} from './messages.ts';
import { wordTexts } from './word-texts.ts';

/** Our own words. A paragraph longer than a text goes on in the next one. */
export function renderNotice(notice: NoticeDocument, envelope: Envelope): readonly DiscordPayload[] {
  const words = wordsOf(envelope.language);
  const lines = notice.paragraphs.flatMap((paragraph) => wordTexts(paragraph, ''));
  const heading = readableTitle(notice.heading, discordLayout.headlineChars, words);
  const texts = lineTexts([`### ${escapeDiscord(heading)}`, ...lines]);
  const buttons = actionButtons(notice.actions ?? [], words);
  return discordMessages(texts, { ...plainFrame, buttons }, envelope);
}
