import type { AnswerDocument } from '../../src/domain/message-document.ts';
import { numberCitations } from '../../src/domain/text/cite.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { escapeConsole } from './escape.ts';
import { block, sentenceText, sourceLines } from './story-lines.ts';
import type { Style } from './style.ts';

/** An answer with its numbered sources; a refusal says what is missing and names no source. A watch is offered elsewhere. */
export function renderAnswer(answer: AnswerDocument, style: Style, words: Words): readonly string[] {
  const { sentences, sources } = numberCitations(answer.sentences);
  const refusal = answer.refusal === null ? [] : ['', ...block(escapeConsole(answer.refusal), 4)];
  const listed = sources.flatMap((source, index) => sourceLines(source, index + 1, 4, style, words));
  return [
    ...block(escapeConsole(answer.question), 4, ' ?').map(style.strong),
    ...sentences.flatMap((sentence) => ['', ...block(sentenceText(sentence), 4)]),
    ...refusal,
    ...(listed.length > 0 ? ['', `    ${style.strong(words.sources)}`, ...listed] : []),
  ];
}
