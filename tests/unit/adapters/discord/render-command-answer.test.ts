import { expect, test } from 'vitest';
import { renderCommandAnswer } from '../../../../adapters/discord/render-command-answer.ts';
import { approvalActions, type MessageAction } from '../../../../src/domain/action.ts';
import type { AnswerTable, CommandAnswer, CommandDefinition } from '../../../../src/domain/command.ts';
import { neverPolled, noValidators, type SourceState } from '../../../../src/domain/source.ts';
import type { Language } from '../../../../src/domain/words/words.ts';
import { answerProblems, componentsOf, discordText } from '../../../fakes/discord-checker.ts';
import { digestDocument, storyDocument } from '../../../fixtures/documents.ts';
import { rendered } from './rendered.ts';

function shown(answer: CommandAnswer, language: Language = 'en') {
  const payloads = renderCommandAnswer(answer, { language, layout: 'components' });
  expect(payloads.flatMap(answerProblems)).toEqual([]);
  return { payloads, text: discordText(payloads), controls: payloads.map((payload) => controlsOf(payload)) };
}

/** Labels and ids of buttons, and the options of selects. */
function controlsOf(payload: Readonly<Record<string, unknown>>) {
  const ofType = (type: number) => componentsOf(payload).filter((component) => component['type'] === type);
  return {
    buttons: ofType(2).map(({ label, custom_id: id }) => `${label} ${id}`),
    options: ofType(3).flatMap(({ options }) => [options].flat().map((each) => String(Object(each).label))),
  };
}

function table(changes: Partial<AnswerTable> = {}): AnswerTable {
  return {
    heading: 'Watches',
    columns: ['Watch', 'Query', 'Where'],
    rows: [
      ['Chips', 'chip AND license', ''],
      ['*Turbines*', '@everyone', 'https://www.bank.example/notice'],
    ],
    notes: ['The same command with confirm saves it.'],
    data: [],
    ...changes,
  };
}

const remove = (watch: string): MessageAction => ({
  ...{ label: 'remove', how: 'run', tone: 'danger' },
  input: { name: 'watch remove', options: { watch } },
});

test('shows documents with what can be done with them, and without a key', () => {
  const { payloads, controls } = shown({ kind: 'documents', documents: [storyDocument()] });

  expect(controls[0]?.buttons).toEqual([
    'Read at bureau.example undefined',
    'Sources run:story?story=story-1&show=sources',
    'Timeline run:story?story=story-1&show=timeline',
    'Follow run:follow?story=story-1',
    'Mute run:mute?story=story-1',
    'Not relevant run:feedback give?story=story-1&says=not-relevant',
    'Not the same story run:feedback give?story=story-1&says=not-same-story',
  ]);
  expect(payloads[0]).not.toHaveProperty('nonce');
});

test('shows a table as a line for each cell that says something, all of it escaped', () => {
  const { text } = shown({ kind: 'table', table: table() });

  expect(text).toBe(
    [
      ...['### Watches', '-# 2 rows', '**Chips**', 'Query: chip AND license'],
      ...[
        '**\\*Turbines\\***',
        'Query: \\@everyone',
        'Where: [bank.example](https://www.bank.example/notice)',
      ],
      '-# The same command with confirm saves it.',
    ].join('\n'),
  );
});

test('offers what can be done with each row by its number, and with the whole', () => {
  const settings: MessageAction = { ...remove('all'), label: 'settings', how: 'form', tone: 'plain' };
  const { text, controls } = shown(
    {
      kind: 'table',
      table: table({ rowActions: [[remove('w1')], [remove('w2')]], actions: [settings] }),
    },
    'de',
  );

  expect(text).toContain('1\\. **Chips**');
  expect(controls[0]?.buttons).toEqual([
    '1. Entfernen run:watch remove?watch=w1',
    '2. Entfernen run:watch remove?watch=w2',
    'Einstellungen form:watch remove?watch=all',
  ]);
});

test('offers a select where buttons would be too many, and never more than a message takes', () => {
  const rows = Array.from({ length: 30 }, (_, index) => [`Delivery ${index}`, 'held']);
  const rowActions = rows.map((_, index) => approvalActions(`key-${index}`, null));
  const { payloads, text, controls } = shown({
    kind: 'table',
    table: table({ rows, rowActions, notes: [] }),
  });

  expect(payloads.length).toBe(3);
  expect(controls.map(({ options }) => options.length)).toEqual([24, 24, 12]);
  expect(controls[0]?.options.slice(0, 2)).toEqual(['1. Approve: Delivery 0', '1. Discard: Delivery 0']);
  expect(rows.filter(([name]) => !text.includes(`**${name}**`))).toEqual([]);
});

test('says a table without rows by its notes', () => {
  const { text } = shown({ kind: 'table', table: table({ rows: [], notes: ['Nothing is watched yet.'] }) });

  expect(text).toBe('### Watches\n-# Nothing is watched yet.');
});

test('draws a chart of letters, with the same in words', () => {
  const days = [
    { day: '2026-11-10', count: 40 },
    { day: '2026-11-11', count: 0 },
    { day: '2026-11-12', count: 1 },
  ];
  const { text } = shown({
    kind: 'chart',
    chart: { heading: 'Kept stories', days, text: '41 stories in 3 days.' },
  });

  expect(text).toContain(`2026-11-10 ${'█'.repeat(20)} 40\n`);
  expect(text).toContain(`2026-11-11 ${' '.repeat(20)} 0\n`);
  expect(text).toContain(`2026-11-12 █${' '.repeat(19)} 1\n`);
  expect(text).toMatch(/41 stories in 3 days\.$/);
});

test('shows the sources that fail first, and why, and which are paused or were added', () => {
  const ada = { platform: 'discord', workspaceId: '1', personId: 'ada' } as const;
  const source = (name: string, health: Partial<SourceState['health']>): SourceState => ({
    source: { id: name, name, url: `https://${name}.example/feed`, tier: 'wire', lang: 'en', verified: true },
    validators: noValidators,
    health: { ...neverPolled, ...health },
  });
  const { text } = shown(
    {
      kind: 'sources',
      sources: [
        source('new', {}),
        source('well', { lastPolledAtMs: 1 }),
        { ...source('resting', { lastPolledAtMs: 1 }), isPaused: true, addedBy: ada },
        source('bad', { lastPolledAtMs: 1, consecutiveFailures: 3, lastProblem: 'It answers *503*.' }),
      ],
    },
    'zh',
  );

  expect(text.split('\n')).toEqual([
    '### 来源 · 4',
    '🔴 **[bad](https://bad.example/feed) (bad.example)** · 通讯社 · en',
    '-# It answers \\*503\\*. \\(3×\\)',
    '⚪ **[new](https://new.example/feed) (new.example)** · 通讯社 · en',
    '🟢 **[well](https://well.example/feed) (well.example)** · 通讯社 · en',
    '⏸️ **[resting](https://resting.example/feed) (resting.example)** · 通讯社 · en · added by ada',
  ]);
});

test('lists commands by their names, and the options of one alone', () => {
  const story: CommandDefinition = {
    ...{ name: 'story', help: 'Shows a story.', who: 'all' },
    options: [
      { name: 'story', help: 'Which.', isRequired: true, choices: [], isFlag: false, completes: 'story' },
      {
        name: 'show',
        help: 'What of it:',
        isRequired: false,
        choices: ['all', 'timeline'],
        isFlag: false,
        completes: null,
      },
    ],
  };
  const audit: CommandDefinition = { name: 'audit', help: 'Who changed what.', who: 'admins', options: [] };

  expect(shown({ kind: 'help', commands: [story, audit] }).text).toBe(
    '**/story** Shows a story.\n**/audit** *(admins)* Who changed what.',
  );
  expect(shown({ kind: 'help', commands: [story] }).text).toBe(
    '**/story** Shows a story.\n- **story** \\* Which.\n- **show** What of it: all \\| timeline',
  );
});

test('says why something was refused', () => {
  expect(shown({ kind: 'refused', problem: 'There is no story "x_y".' }).text).toBe(
    'There is no story "x\\_y".',
  );
});

test('previews a payload as it would be posted, but calls nobody', () => {
  const mentions = [{ kind: 'person', id: '803295467912340001' }] as const;
  const posted = rendered(digestDocument(), { mentions });
  const [preview] = renderCommandAnswer(
    { kind: 'payloads', payloads: posted },
    { language: 'en', layout: 'components' },
  );

  expect(preview).toMatchObject({ components: posted[0]?.['components'], allowed_mentions: { parse: [] } });
  expect(preview).not.toHaveProperty('nonce');
});

test('shows the payload of another platform in letters', () => {
  const { text } = shown({ kind: 'payloads', payloads: [{ blocks: [{ text: '<!channel> @everyone' }] }] });

  expect(text).toBe(
    '\\{"blocks"\\:\\[\\{"text"\\:"\\<!channel\\> \\@everyone"\\}\\]\\}'
      .replaceAll('\\{', '{')
      .replaceAll('\\}', '}')
      .replaceAll('\\:', ':'),
  );
});
