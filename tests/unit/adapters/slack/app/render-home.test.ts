import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HomeContent, type HomeSection, renderHome } from '../../../../../adapters/slack/render-home.ts';
import type { AnswerTable } from '../../../../../src/domain/command.ts';
import { viewRefusal } from '../../../../fakes/slack/blocks/check-view.ts';

const table: AnswerTable = {
  ...{ heading: 'Watches', columns: ['Id', 'Query'], rows: [['w-1', 'Huawei']], notes: [], data: [] },
};
const section: HomeSection = {
  input: { name: 'watch list', options: {} },
  answer: { kind: 'table', table },
  actions: [{ label: null, how: 'form', input: { name: 'watch add', options: {} } }],
};
const content: HomeContent = {
  channels: [
    { id: 'C1', name: 'news' },
    { id: 'C2', name: 'trade' },
  ],
  ...{ chosenId: 'C2', canSetUp: false, sections: [section], picture: null, language: 'en' },
};

const textOf = (home: HomeContent) => JSON.stringify(renderHome(home).blocks);

test('the chosen channel is chosen in the menu, and is remembered', () => {
  const view = renderHome(content);

  expect(JSON.stringify(view.blocks[0])).toMatch(
    /"initial_option":\{[^}]*\{[^}]*"#trade"[^}]*\},"value":"C2"\}/,
  );
  expect(JSON.parse(view.private_metadata)).toMatchObject({ channelId: 'C2', isFromHome: true });
});

test('without a channel there is no menu, and the sections stand', () => {
  expect(textOf({ ...content, channels: [], chosenId: null })).not.toContain('static_select');
  expect(textOf({ ...content, channels: [], chosenId: null })).toContain('Huawei');
});

test('whoever may set channels up is offered all of them', () => {
  expect(textOf({ ...content, canSetUp: true })).toContain('conversations_select');
  expect(textOf(content)).not.toContain('conversations_select');
});

test('each section has a button for what can be added, and one for the whole of it where that has no room', () => {
  const rows = Array.from({ length: 200 }, (_, index) => [`w${index}`, '管'.repeat(900)]);
  const table = { heading: 'Watches', columns: ['Id', 'Name'], rows, notes: [], data: [] };
  const long = { ...section, answer: { kind: 'table', table } as const };

  expect(textOf(content)).toContain('form:watch add?');
  expect(textOf(content)).not.toContain('run:watch list?');
  expect(textOf({ ...content, sections: [long] })).toContain('run:watch list?');
});

test('a chart that stands as a picture is not drawn in letters too', () => {
  const chart = { heading: 'Stories a day', days: [{ day: '2026-11-24', count: 2 }], text: 'Two stories.' };
  const sections = [{ ...section, answer: { kind: 'chart', chart } as const }];

  expect(textOf({ ...content, sections, picture: null })).toContain('2026-11-24');
  expect(textOf({ ...content, sections, picture: { fileId: 'F1', altText: 'Two.' } })).not.toContain(
    '2026-11-24',
  );
});

test('the picture stands with the chart, with words for those who do not see it', () => {
  const chart = { heading: 'Stories a day', days: [{ day: '2026-11-24', count: 2 }], text: 'Two stories.' };
  const answer = { kind: 'chart', chart } as const;
  const picture = { fileId: 'F1', altText: chart.text };

  const { blocks } = renderHome({ ...content, sections: [{ ...section, answer }], picture });

  expect(blocks).toContainEqual({ type: 'image', slack_file: { id: 'F1' }, alt_text: 'Two stories.' });
  expect(JSON.stringify(blocks).split('Two stories.').length).toBeGreaterThan(2);
});

const cell = fc.oneof(
  fc.constant('管'.repeat(900)),
  fc.string({ maxLength: 400 }),
  fc.constant('<!channel> & <@U1> *bold*'),
);
const anyTable = fc
  .array(fc.tuple(cell, cell), { maxLength: 80 })
  .map((rows): AnswerTable => ({ ...table, rows: rows.map(([first, second]) => [first, second]) }));
const anySection = anyTable.map(
  (shown): HomeSection => ({ ...section, answer: { kind: 'table', table: shown } }),
);
const anyChannels = fc
  .uniqueArray(fc.nat({ max: 999 }), { maxLength: 150 })
  .map((ids) => ids.map((id) => ({ id: `C${id}`, name: `channel-${id}` })));

test('any Home is one that Slack takes', () => {
  const homes = fc.record({
    channels: anyChannels,
    chosenId: fc.constant(null),
    canSetUp: fc.boolean(),
    sections: fc.array(anySection, { minLength: 1, maxLength: 8 }),
    picture: fc.constant(null),
    language: fc.constantFrom('en' as const, 'de' as const, 'zh' as const),
  });

  fc.assert(
    fc.property(homes, (home) => {
      const view = renderHome(home);
      expect(view.blocks.length).toBeGreaterThan(0);
      expect(viewRefusal(view, 'home')).toBeNull();
    }),
    { numRuns: 60 },
  );
});
