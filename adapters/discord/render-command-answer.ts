import type { CommandAnswer } from '../../src/domain/command.ts';
import type { Language } from '../../src/domain/words/words.ts';
import {
  type DiscordMessageLayout,
  type DiscordPayload,
  discordMessages,
  type Envelope,
  lineTexts,
  plainFrame,
} from './messages.ts';
import { renderChart } from './render-chart.ts';
import { renderDocument } from './render-document.ts';
import { renderHelp } from './render-help.ts';
import { renderPreview } from './render-preview.ts';
import { renderSources } from './render-sources.ts';
import { renderTable } from './render-table.ts';
import { wordTexts } from './word-texts.ts';

export interface AnswerContext {
  readonly language: Language;
  readonly layout: DiscordMessageLayout;
}

/** Orange, as what contradicts has it. */
const refusalColor = 0xe67700;

/**
 * The messages of a command's answer, one or more: bodies of an interaction's answer and its follow-ups, or of messages in a
 * channel. They carry no nonce and no delivery's key, and call nobody.
 */
export function renderCommandAnswer(
  answer: CommandAnswer,
  { language, layout }: AnswerContext,
): readonly DiscordPayload[] {
  const envelope: Envelope = { key: null, mentions: [], language, layout };
  switch (answer.kind) {
    case 'documents':
      return answer.documents.flatMap((document) => renderDocument(document, envelope));
    case 'payloads':
      return answer.payloads.flatMap((payload) => renderPreview(payload, envelope));
    case 'sources':
      return renderSources(answer, envelope);
    case 'table':
      return renderTable(answer.table, envelope);
    case 'chart':
      return renderChart(answer.chart, envelope);
    case 'help':
      return renderHelp(answer.commands, envelope);
    case 'refused':
      return discordMessages(
        lineTexts(wordTexts(answer.problem, '')),
        { ...plainFrame, accentColor: refusalColor },
        envelope,
      );
  }
}
