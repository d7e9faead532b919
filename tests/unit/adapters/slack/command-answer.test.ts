import { expect, test } from 'vitest';
import { renderCommandAnswer } from '../../../../adapters/slack/render-command-answer.ts';
import { approvalActions } from '../../../../src/domain/action.ts';
import type { AnswerTable, CommandAnswer, CommandDefinition } from '../../../../src/domain/command.ts';
import { neverPolled, noValidators, type SourceState } from '../../../../src/domain/source.ts';
import { liveMarkup, slackChoices, slackProblems, slackText } from '../../../fakes/slack-checker.ts';
import { digestDocument, storyDocument } from '../../../fixtures/documents.ts';
import { rendered } from './rendered.ts';

function shown(answer: CommandAnswer) {
  const payloads = renderCommandAnswer(answer, { language: 'en' });
  expect(payloads.flatMap(slackProblems)).toEqual([]);
  return payloads;
}

function tableOf(changes: Partial<AnswerTable> = {}): CommandAnswer {
  const table = {
    heading: 'Deliveries',
    columns: ['key', 'channel', 'state'],
    rows: [
      ['d1', 'C1', 'held'],
      ['d2', '', 'dead'],
    ],
    notes: ['Approve or discard what is held.'],
    data: [],
    ...changes,
  };
  return { kind: 'table', table };
}

test('shows a row as its first cell in bold and the others behind their columns', () => {
  const payloads = shown(tableOf());

  expect(slackText(payloads)).toBe(
    'Deliveries2 rowsd1\nchannel: C1\nstate: heldd2\nstate: deadApprove or discard what is held.',
  );
  expect(JSON.stringify(payloads)).toContain('{"type":"text","text":"d1","style":{"bold":true}}');
  expect(payloads[0]?.text).toBe('Deliveries Approve or discard what is held.');
});

test('shows what can be done with a row beneath it, and with the whole at the end', () => {
  const actions = approvalActions('d1', 'w1');
  const payloads = shown(tableOf({ rowActions: [actions, []], actions: actions.slice(0, 1) }));

  expect(slackChoices(payloads)).toEqual([
    'Approve: run:deliveries approve?key=d1',
    'Edit: form:watch edit?watch=w1',
    'Discard: run:deliveries discard?key=d1',
    'Approve: run:deliveries approve?key=d1',
  ]);
  expect(payloads[0]?.blocks.map(({ type }) => type)).toEqual([
    ...['header', 'context', 'rich_text', 'actions', 'rich_text', 'context', 'actions'],
  ]);
});

test('goes on in further messages where a table is long, and cuts no cell', () => {
  const rows = Array.from({ length: 200 }, (_, index) => [
    `Row ${index}.`,
    `${'long '.repeat(60)}end${index}.`,
  ]);
  const payloads = shown(tableOf({ rows, columns: ['name', 'text'] }));
  const text = slackText(payloads);

  expect(payloads.length).toBeGreaterThan(1);
  expect(text).toContain('200 rows');
  expect(rows.filter((_, index) => !text.includes(`long end${index}.`))).toEqual([]);
});

test('tells a cell that is longer than a message whole', () => {
  const payloads = shown(tableOf({ rows: [['one', `${'word '.repeat(6_000)}end`, 'x']] }));

  expect(slackText(payloads).match(/word/g)).toHaveLength(6_000);
  expect(slackText(payloads)).toContain('end');
});

test('links a cell that is an address, under the address itself', () => {
  const address = 'https://chat.example/archives/C1/p17';
  const payloads = shown(tableOf({ rows: [['d1', address, `see ${address}`]] }));

  expect(payloads.flatMap(liveMarkup)).toEqual([`link ${address}`]);
  expect(slackText(payloads)).toContain('channel: chat.example/archives/C1/p17');
  expect(slackText(payloads)).toContain('state: see [link]');
});

test('says of a table without rows what its notes say', () => {
  expect(slackText(shown(tableOf({ rows: [], notes: ['None is owed.'] })))).toBe('DeliveriesNone is owed.');
});

test('shows documents as they would be posted, but carries no key of a delivery', () => {
  const [payload] = shown({ kind: 'documents', documents: [storyDocument()] });
  const [posted] = rendered(storyDocument());

  expect(payload?.blocks).toEqual(posted?.blocks);
  expect(payload).not.toHaveProperty('metadata');
});

test('shows a preview for Slack as it would be posted, without the key', () => {
  const payloads = rendered(digestDocument(), { key: 'digest-1' });

  const [shownPayload] = shown({ kind: 'payloads', payloads });

  expect(shownPayload?.blocks).toEqual(payloads[0]?.blocks);
  expect(JSON.stringify(shownPayload)).not.toContain('digest-1');
});

test('shows a preview for another platform as its text, and says when there is none', () => {
  const payloads = shown({ kind: 'payloads', payloads: [{ content: '<@1> hello', embeds: [] }] });

  expect(slackText(payloads)).toContain('{"content":"<@1> hello","embeds":[]}');
  expect(payloads.flatMap(liveMarkup)).toEqual([]);
  expect(slackText(shown({ kind: 'payloads', payloads: [] }))).toBe(
    'There is nothing untold: no digest would be posted.',
  );
});

test('says how each source fares, and why one fails', () => {
  const sources = [
    sourceOf({ name: 'Gazette', verified: true }, { lastPolledAtMs: 1, lastSucceededAtMs: 1 }),
    sourceOf({ name: 'Wire' }, { lastPolledAtMs: 1, consecutiveFailures: 2, lastProblem: 'It answers 503.' }),
    sourceOf({ name: 'Herald' }, {}),
  ];
  const text = slackText(shown({ kind: 'sources', sources }));

  expect(text).toContain('Sources: 3, 1 failing');
  expect(text).toContain('ok Gazette (feed.example) · wire, en\nfails Wire');
  expect(text).toContain('en, not yet verified\nIt answers 503.\nnot polled yet Herald');
  expect(slackText(shown({ kind: 'sources', sources: [] }))).toBe('No source is known yet.');
});

test('says which source is paused, and who added one', () => {
  const paused: SourceState = { ...sourceOf({ name: 'Wire' }, { lastPolledAtMs: 1 }), isPaused: true };
  const addedBy = { platform: 'slack', workspaceId: 'T1', personId: 'U1' } as const;
  const added: SourceState = { ...sourceOf({ name: 'Herald' }, { lastPolledAtMs: 1 }), addedBy };
  const text = slackText(shown({ kind: 'sources', sources: [paused, added] }));

  expect(text).toContain('paused Wire');
  expect(text).toContain('en, added by U1');
});

test('draws a chart as bars, and says the same in words', () => {
  const days = [4, 0, 1, 200].map((count, index) => ({ day: `2026-11-1${index}`, count }));
  const text = slackText(
    shown({ kind: 'chart', chart: { heading: 'Stories a day', days, text: 'Most came last.' } }),
  );

  expect(text).toBe(
    `Stories a day2026-11-10 █ 4\n2026-11-11 0\n2026-11-12 █ 1\n2026-11-13 ${'█'.repeat(20)} 200Most came last.`,
  );
});

test('lists the commands as they are typed, in groups, and the options of a few', () => {
  const commands = [commandOf('ask'), commandOf('watch add', 'admins'), commandOf('watch list')];
  const text = slackText(shown({ kind: 'help', commands }));
  const many = shown({ kind: 'help', commands: Array.from({ length: 9 }, () => commandOf('ask')) });

  expect(text).toContain('/wire ask Does it.\n    story (optional): Which one.\n');
  expect(text).toContain('\n \n/wire watch add (admins) Does it.');
  expect(slackText(many)).not.toContain('Which one.');
});

test('says a refusal as it is', () => {
  expect(shown({ kind: 'refused', problem: 'Only admins may do this; ask @ops.' })[0]).toMatchObject({
    text: 'Only admins may do this; ask @ops.',
  });
  expect(slackText(shown({ kind: 'documents', documents: [] }))).toBe('There is nothing to show.');
});

function sourceOf(
  source: Partial<SourceState['source']>,
  health: Partial<SourceState['health']>,
): SourceState {
  return {
    source: {
      ...{
        id: 'one',
        name: 'One',
        url: 'https://feed.example/rss',
        tier: 'wire',
        lang: 'en',
        verified: false,
      },
      ...source,
    },
    validators: noValidators,
    health: { ...neverPolled, ...health },
  };
}

function commandOf(name: string, who: CommandDefinition['who'] = 'all'): CommandDefinition {
  const option = { choices: [], isFlag: false, completes: null, isRequired: false };
  return { name, help: 'Does it.', who, options: [{ ...option, name: 'story', help: 'Which one.' }] };
}
