import { answerActions } from '../../src/domain/action.ts';
import { watchActions } from '../../src/domain/actions-of.ts';
import type { AnswerDocument } from '../../src/domain/message-document.ts';
import { numberCitations, readableTitle } from '../../src/domain/text/cite.ts';
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
import { sentenceLine, sourceSection, standing } from './story-lines.ts';
import { wordTexts } from './word-texts.ts';

/**
 * An answer with its numbered sources; a refusal says what is missing, names no source, and offers to watch for it. Of either
 * one can say whether it helped.
 */
export function renderAnswer(answer: AnswerDocument, envelope: Envelope): readonly DiscordPayload[] {
  const words = wordsOf(envelope.language);
  const question = escapeDiscord(readableTitle(answer.question, discordLayout.headlineChars, words));
  const { sentences, sources } = numberCitations(standing(answer.sentences));
  const texts = [
    ...lineTexts([
      `**${question}**`,
      answer.answered ? '' : `-# ${words.notInSources}`,
      ...sentences.map((sentence) => sentenceLine(sentence)),
    ]),
    ...sourceSection(sources, words),
    ...wordTexts(answer.refusal ?? '', ''),
  ];
  const actions = [...watchActions(answer), ...answerActions(answer.question)];
  return discordMessages(texts, { ...plainFrame, buttons: actionButtons(actions, words) }, envelope);
}
