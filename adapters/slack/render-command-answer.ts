import type { CommandAnswer } from '../../src/domain/command.ts';
import type { Language } from '../../src/domain/words/words.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import type { SlackPayload } from './block-types.ts';
import type { Envelope } from './messages.ts';
import { renderChart } from './render-chart.ts';
import { renderHelp } from './render-help.ts';
import { renderPayloads } from './render-payloads.ts';
import { renderSources } from './render-sources.ts';
import { renderTable } from './render-table.ts';
import { renderWords } from './render-words.ts';
import { slackRenderer } from './renderer.ts';

export interface AnswerContext {
  readonly language: Language;
}

/**
 * An answer as bodies of messages, each without channel, thread and `response_type`; at least one. They carry no
 * metadata: an answer is no delivery, and a preview with the key of one would be taken for it.
 */
export function renderCommandAnswer(
  answer: CommandAnswer,
  { language }: AnswerContext,
): readonly SlackPayload[] {
  const envelope: Envelope = { key: '', mentions: [], language, words: wordsOf(language) };
  const payloads = renderAnswerOf(answer, envelope);
  const shown = payloads.length > 0 ? payloads : renderWords('There is nothing to show.', envelope);
  return shown.map(({ metadata: _, ...payload }) => payload);
}

function renderAnswerOf(answer: CommandAnswer, envelope: Envelope): readonly SlackPayload[] {
  switch (answer.kind) {
    case 'documents':
      return answer.documents.flatMap((document) => slackRenderer.render(document, envelope));
    case 'payloads':
      return renderPayloads(answer.payloads, envelope);
    case 'sources':
      return renderSources(answer, envelope);
    case 'table':
      return renderTable(answer.table, envelope);
    case 'chart':
      return renderChart(answer.chart, envelope);
    case 'help':
      return renderHelp(answer.commands, envelope);
    case 'refused':
      return renderWords(answer.problem, envelope);
  }
}
