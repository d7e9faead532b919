import { expect, test } from 'vitest';
import { renderCommandAnswer } from '../../../../adapters/discord/render-command-answer.ts';
import { renderForm } from '../../../../adapters/discord/render-form.ts';
import { threadTitle, titleOf } from '../../../../adapters/discord/render-title.ts';
import { approvalActions } from '../../../../src/domain/action.ts';
import type { CommandAnswer } from '../../../../src/domain/command.ts';
import { neverPolled, noValidators } from '../../../../src/domain/source.ts';
import { answerProblems, liveMarkup, plainTextsOf } from '../../../fakes/discord-checker.ts';
import { documentsSaying, hostileStrings } from '../../../fixtures/documents.ts';
import { rendered } from './rendered.ts';

const layouts = ['components', 'embeds'] as const;
const invisible = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/** The same text in every place of an answer that text from outside can take. */
function answersSaying(text: string): readonly CommandAnswer[] {
  const actions = approvalActions(text, text);
  const rows = Array.from({ length: 6 }, () => [text, `a ${text}`]);
  const table = { heading: text, columns: ['Name', text], rows, notes: [text], data: [] };
  const source = {
    id: 's',
    name: text,
    url: 'https://bank.example/feed',
    tier: 'wire',
    lang: text,
    verified: true,
  } as const;
  const health = { ...neverPolled, lastPolledAtMs: 1, consecutiveFailures: 1, lastProblem: text };
  const option = {
    name: 'story',
    help: text,
    isRequired: true,
    choices: [text],
    isFlag: false,
    completes: null,
  };
  return [
    { kind: 'documents', documents: documentsSaying(text) },
    { kind: 'table', table: { ...table, rows: rows.slice(0, 2), rowActions: [actions, actions], actions } },
    { kind: 'table', table: { ...table, rowActions: rows.map(() => actions) } },
    { kind: 'sources', sources: [{ source, validators: noValidators, health }] },
    { kind: 'chart', chart: { heading: text, days: [{ day: '2026-11-10', count: 1 }], text } },
    { kind: 'help', commands: [{ name: 'story', help: text, who: 'all', options: [option] }] },
    { kind: 'refused', problem: text },
    { kind: 'payloads', payloads: [{ text }] },
  ];
}

function answersIn(text: string, layout: (typeof layouts)[number]) {
  return answersSaying(text).flatMap((answer) => renderCommandAnswer(answer, { language: 'en', layout }));
}

const cases = layouts.flatMap((layout) => hostileStrings.map((hostile) => [layout, hostile] as const));

test.each(cases)('an answer in %s says no more to Discord than text with %j', (layout, hostile) => {
  const payloads = answersIn(hostile, layout);

  expect(payloads.flatMap(liveMarkup)).toEqual(answersIn('Plain words', layout).flatMap(liveMarkup));
  expect(payloads.flatMap(answerProblems)).toEqual([]);
});

test.each(hostileStrings)('a message in embeds says no more to Discord than text with %j', (hostile) => {
  const liveIn = (text: string) =>
    documentsSaying(text)
      .flatMap((document) => rendered(document, { layout: 'embeds' }))
      .flatMap(liveMarkup);

  expect(liveIn(hostile)).toEqual(liveIn('Plain words'));
});

test.each(hostileStrings)('labels, titles and names of threads show all that is in them: %j', (hostile) => {
  const option = {
    name: 'query',
    help: hostile,
    isRequired: true,
    choices: [],
    isFlag: false,
    completes: null,
  };
  const definition = { name: 'watch add', help: hostile, who: 'all', options: [option] } as const;
  const modal = renderForm(
    { kind: 'form', definition, values: {} },
    { customId: 'form:1', language: 'en', page: 0 },
  );
  const titles = documentsSaying(hostile).flatMap((document) => [
    titleOf(document, 'en'),
    threadTitle(document, '1575535596800049152', 'en'),
  ]);
  const labels = [...answersIn(hostile, 'components'), modal ?? {}].flatMap(plainTextsOf);

  expect([...titles, ...labels].filter((text) => invisible.test(text) || text.trim() === '')).toEqual([]);
  expect(titles.filter((title) => title.length > 100)).toEqual([]);
});

test('leads to an address that is all of a cell, named by where it leads', () => {
  const table = { heading: 'Links', columns: ['Story', 'Where'], notes: [], data: [] };
  const liveIn = (cell: string) =>
    renderCommandAnswer(
      { kind: 'table', table: { ...table, rows: [['Story', cell]] } },
      { language: 'en', layout: 'components' },
    ).flatMap(liveMarkup);

  expect(liveIn('https://bank.example/a')).toContain('link https://bank.example/a');
  for (const other of ['javascript:alert(1)', 'see https://bank.example/a', 'https://a:b@bank.example/'])
    expect(liveIn(other).filter((token) => token.startsWith('link'))).toEqual([]);
});
