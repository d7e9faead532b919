import type { AnswerDocument } from '../../src/domain/message-document.ts';
import { numberCitations, readableTitle } from '../../src/domain/text/cite.ts';
import { slackLayout } from './limits.ts';
import { contexts, type Envelope, lineBlocks, type SlackPayload, slackMessages } from './messages.ts';
import { literal, ours } from './rich-text.ts';
import { sentenceLine, sourceLine, standing } from './story-lines.ts';

/** An answer with its numbered sources; a refusal says what is missing and names no source. */
export function renderAnswer(answer: AnswerDocument, envelope: Envelope): readonly SlackPayload[] {
  const question = readableTitle(answer.question, slackLayout.headlineChars);
  const { sentences, sources } = numberCitations(standing(answer.sentences));
  const opening = [literal(question, { bold: true }), ...sentences.map((sentence) => sentenceLine(sentence))];
  const listed = sources.map((source, index) => sourceLine(source, index + 1));
  const blocks = [
    ...lineBlocks([], opening),
    ...(listed.length > 0 ? lineBlocks(ours('Sources', { bold: true }), listed) : []),
    ...contexts(answer.refusal === null ? [] : [answer.refusal]),
  ];
  const outcome = answer.answered ? 'Answer' : 'Not in my sources';
  return slackMessages(
    blocks.map((block) => [block]),
    `${outcome}: ${question}`,
    envelope,
  );
}
