import type { NoticeDocument } from '../../src/domain/message-document.ts';
import { readableTitle } from '../../src/domain/text/cite.ts';
import { escapeDiscord } from './escape.ts';
import { discordLayout } from './limits.ts';
import { type DiscordPayload, discordMessages, type Envelope, lineTexts } from './messages.ts';
import { wordTexts } from './word-texts.ts';

/** Our own words. A paragraph longer than a text goes on in the next one. */
export function renderNotice(notice: NoticeDocument, envelope: Envelope): readonly DiscordPayload[] {
  const lines = notice.paragraphs.flatMap((paragraph) => wordTexts(paragraph, ''));
  const heading = readableTitle(notice.heading, discordLayout.headlineChars);
  const texts = lineTexts([`### ${escapeDiscord(heading)}`, ...lines]);
  return discordMessages(texts, { ...envelope, accentColor: null, readAt: null });
}
