import { renderConsole } from '../../adapters/console/render.ts';
import type { CommandAnswer, CommandDefinition } from '../domain/command.ts';
import type { AnswerDocument, MessageDocument } from '../domain/message-document.ts';
import { isoOfMoment } from '../domain/moment.ts';
import type { SourceAdder, SourceState } from '../domain/source.ts';
import { showChart } from './show-chart.ts';
import { showTable } from './show-table.ts';
import { printJson, type Terminal } from './terminal.ts';
import { CommandFailure } from './usage-error.ts';

const noSource = 'No source is known yet. The configured ones are, from the first "run" on.\n';

/** Shows a command's answer: as JSON lines, or for people. A refusal is a failure with its sentence. */
export function showAnswer(answer: CommandAnswer, terminal: Terminal): void {
  switch (answer.kind) {
    case 'documents':
      for (const document of answer.documents) showDocument(document, terminal);
      return;
    case 'payloads':
      showPayloads(answer.payloads, terminal);
      return;
    case 'sources':
      if (answer.sources.length === 0 && !terminal.isJson) terminal.out(noSource);
      for (const state of answer.sources) showLine(sourceLine(state), sourceText(state), terminal);
      return;
    case 'table':
      showTable(answer.table, terminal);
      return;
    case 'chart':
      showChart(answer.chart, terminal);
      return;
    case 'help':
      for (const command of answer.commands) showLine(command, helpText(command), terminal);
      return;
    case 'refused':
      throw new CommandFailure(answer.problem);
  }
}

function showDocument(document: MessageDocument, terminal: Terminal): void {
  const line = document.kind === 'answer' ? answerLine(null, document) : document;
  const text = renderConsole(document, { color: terminal.color, mentions: [], language: 'en' });
  showLine(line, `${text}\n`, terminal);
}

function showLine(line: unknown, text: string, terminal: Terminal): void {
  if (terminal.isJson) printJson(terminal, line);
  else terminal.out(text);
}

/** The command line contract's object for one answer. */
export function answerLine(id: string | null, { question, answered, sentences, refusal }: AnswerDocument) {
  const cited = sentences.map(({ text, citations }) => ({
    text,
    citations: citations.map(({ url, title, publishedAt, quote }) => ({
      url,
      title,
      date: isoOfMoment(publishedAt),
      quote,
    })),
  }));
  const answer = answered ? sentences.map(({ text }) => text).join(' ') : refusal;
  return { ...(id === null ? {} : { id }), question, answered, answer, sentences: cited };
}

function showPayloads(payloads: readonly Readonly<Record<string, unknown>>[], terminal: Terminal): void {
  if (payloads.length === 0 && !terminal.isJson)
    terminal.out('There is nothing untold: no digest would be posted.\n');
  for (const payload of payloads) {
    const { text } = payload;
    const isConsole = Object.keys(payload).every((key) => key === 'text' || key === 'key');
    if (!terminal.isJson && isConsole && typeof text === 'string') terminal.out(`${text}\n`);
    else printJson(terminal, payload);
  }
}

function sourceLine({ source, health, isPaused, addedBy }: SourceState) {
  const at = (epochMs: number | null) => (epochMs === null ? null : new Date(epochMs).toISOString());
  return {
    ...source,
    ok: health.consecutiveFailures === 0 && health.lastSucceededAtMs !== null,
    paused: isPaused === true,
    added_by: addedBy ? adderText(addedBy) : null,
    problem: health.lastProblem,
    failures: health.consecutiveFailures,
    last_polled: at(health.lastPolledAtMs),
    last_succeeded: at(health.lastSucceededAtMs),
    last_entry: at(health.lastEntryAtMs),
    next_poll: isPaused ? null : at(health.nextPollAtMs),
  };
}

function sourceText(state: SourceState): string {
  const { source, health, addedBy } = state;
  const seen = source.verified ? '' : ', not yet verified';
  const added = addedBy ? `, added by ${adderText(addedBy)}` : '';
  const condition = conditionText(state);
  const why = health.lastProblem && health.consecutiveFailures > 0 ? `\n    ${health.lastProblem}` : '';
  return `${condition.padEnd(14)} ${source.name} (${source.tier}, ${source.lang}${seen}${added})\n    ${source.url}${why}\n`;
}

function conditionText({ health, isPaused }: SourceState): string {
  if (isPaused) return 'paused';
  if (health.lastPolledAtMs === null) return 'not polled yet';
  return health.consecutiveFailures === 0 ? 'ok' : 'fails';
}

/** A person of a platform by their id there: `slack:T012AB/U1`. */
function adderText({ platform, workspaceId, personId }: SourceAdder): string {
  return platform === 'console' ? 'the operator' : `${platform}:${workspaceId}/${personId}`;
}

function helpText({ name, help, who, options }: CommandDefinition): string {
  const lines = options.map(
    ({ name: option, help: text, isRequired }) => `    ${option}${isRequired ? '' : ' (optional)'}: ${text}`,
  );
  return `${[`${name}${who === 'admins' ? ' (admins)' : ''}: ${help}`, ...lines].join('\n')}\n`;
}
