import { answerActions } from '../../src/domain/action.ts';
import { watchActions } from '../../src/domain/actions-of.ts';
import type { AnswerDocument } from '../../src/domain/message-document.ts';
import { numberCitations, readableTitle } from '../../src/domain/text/cite.ts';
import type { SlackPayload } from './block-types.ts';
import { slackLayout } from './limits.ts';
import { apart, contexts, type Envelope, lineBlocks, slackMessages } from './messages.ts';
import { actionBlocks, feedbackBlock } from './render-actions.ts';
import { literal, ours } from './rich-text.ts';
import { sentenceLine, sourceLine, standing } from './story-lines.ts';

/**
 * An answer with its numbered sources, each a link to it; a refusal says what is missing, names no source, and offers to
 * watch for it. Of either one can say whether it helped.
 */
export function renderAnswer(answer: AnswerDocument, envelope: Envelope): readonly SlackPayload[] {
  const { words } = envelope;
  const question = readableTitle(answer.question, slackLayout.headlineChars, words);
  const { sentences, sources } = numberCitations(standing(answer.sentences));
  const opening = [literal(question, { bold: true }), ...sentences.map((sentence) => sentenceLine(sentence))];
  const listed = sources.map((source, index) => sourceLine(source, index + 1, words));
  const blocks = [
    ...lineBlocks([], opening),
    ...(listed.length > 0 ? lineBlocks(ours(words.sources, { bold: true }), listed) : []),
    ...contexts(answer.refusal === null ? [] : [answer.refusal]),
    ...actionBlocks(watchActions(answer), words),
  ];
  const outcome = answer.answered ? words.answer : words.notInSources;
  const feedback = feedbackBlock(answerActions(answer.question), words);
  // Beside the last of them, which leaves it room: a message of nothing but feedback could not be sent without it.
  const parts = [...apart(blocks.slice(0, -1)), [...blocks.slice(-1), feedback]];
  return slackMessages(parts, `${outcome}${words.colon}${question}`, envelope);
}
