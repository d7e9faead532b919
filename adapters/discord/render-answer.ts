import type { AnswerDocument } from '../../src/domain/message-document.ts';
import { numberCitations, readableTitle } from '../../src/domain/text/cite.ts';
import { escapeDiscord } from './escape.ts';
import { discordLayout } from './limits.ts';
import { type DiscordPayload, discordMessages, type Envelope, lineTexts } from './messages.ts';
import { sentenceLine, sourceLine, standing } from './story-lines.ts';
import { wordTexts } from './word-texts.ts';

/** An answer with its numbered sources; a refusal says what is missing and names no source. */
export function renderAnswer(answer: AnswerDocument, envelope: Envelope): readonly DiscordPayload[] {
  const question = escapeDiscord(readableTitle(answer.question, discordLayout.headlineChars));
  const { sentences, sources } = numberCitations(standing(answer.sentences));
  const listed = sources.map((source, index) => sourceLine(source, index + 1));
  const texts = [
    ...lineTexts([`**${question}**`, ...sentences.map((sentence) => sentenceLine(sentence))]),
    ...lineTexts(listed.length > 0 ? ['**Sources**', ...listed] : []),
    ...wordTexts(answer.refusal ?? '', ''),
  ];
  return discordMessages(texts, { ...envelope, accentColor: null, readAt: null });
}
