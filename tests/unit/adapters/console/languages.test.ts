import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { renderConsole } from '../../../../adapters/console/render.ts';
import type { MessageDocument } from '../../../../src/domain/message-document.ts';
import { type Language, languages } from '../../../../src/domain/words/words.ts';
import { wordsOf } from '../../../../src/domain/words/words-of.ts';
import {
  alertDocument,
  answerDocument,
  changedStory,
  cited,
  conflictPair,
  digestDocument,
  noteCitation,
  sourceLink,
  storyDocument,
  updateDocument,
} from '../../../fixtures/documents.ts';

function shown(document: MessageDocument, language: Language): string {
  return renderConsole(document, { color: false, mentions: [], language });
}

/** With every heading that a story can have, and a note on one side of its conflict. */
function fullStory(): MessageDocument {
  return storyDocument({
    whatIsNew: [cited('One more.')],
    conflicts: [conflictPair({ against: noteCitation() })],
    sources: [sourceLink(), sourceLink({ articleId: 'opinion', tier: 'commentary' })],
  });
}

const headings: readonly (readonly [Language, readonly string[]])[] = [
  ['en', ['What is new', 'Sources disagree', 'Sources']],
  ['de', ['Neu daran', 'Quellen widersprechen sich', 'Quellen']],
  ['zh', ['新增内容', '各来源说法不一', '来源']],
];

test.each(headings)(
  'heads the parts of a story in %s, and leaves what it tells as it is',
  (language, words) => {
    const lines = shown(fullStory(), language).split('\n');

    expect(words.filter((word) => !lines.includes(`    ${word}`))).toEqual([]);
    expect(lines.join('\n')).toContain(
      'Eleven chip firms need a license for every import from 1 December. [1]',
    );
    expect(lines.join('\n')).toContain('The order names twelve firms.');
  },
);

const digests: readonly (readonly [Language, readonly string[]])[] = [
  [
    'de',
    [
      ' WIREWATCH-ÜBERBLICK                   Sa, 22. Nov. 2025, 08:00 (Europe/Berlin)',
      ' 1 neu · 1 Update · 1 Widerspruch',
      ' 1  NEU          Bureau adds eleven chip firms to its trade list',
      ' 3  WIDERSPRUCH  Bureau adds eleven chip firms to its trade list',
    ],
  ],
  [
    'zh',
    [
      ' WIREWATCH 简报                       2025年11月22日 周六 08:00 (Europe/Berlin)',
      ' 1 条新消息 · 1 条更新 · 1 条矛盾报道',
      ' 1  新消息       Bureau adds eleven chip firms to its trade list',
      ' 3  矛盾         Bureau adds eleven chip firms to its trade list',
    ],
  ],
];

test.each(digests)('shows a digest in %s with every headline in its column', (language, expected) => {
  const lines = shown(digestDocument(), language).split('\n');

  expect(expected.filter((line) => !lines.includes(line))).toEqual([]);
  expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
});

const statements: readonly (readonly [Language, string])[] = [
  [
    'en',
    `
    Continental Wire, 21 Nov 2025, says  │ note on Harbor Post, May 2019:
    “The order names twelve firms.”      │ The first listing took effect in May
`,
  ],
  [
    'de',
    `
    Continental Wire, 21. Nov. 2025:     │ Notiz zu Harbor Post, Mai 2019:
    „The order names twelve firms.“      │ The first listing took effect in May
`,
  ],
  [
    'zh',
    `
    Continental Wire（2025年11月21日）称 │ 关于 Harbor Post 的笔记（2019年5
    “The order names twelve firms.”      │ 月）：
`,
  ],
];

test.each(statements)(
  'quotes a publisher and not a note in %s, with the marks of the language',
  (language, lines) => {
    expect(shown(fullStory(), language)).toContain(lines);
  },
);

test.each(languages)('parts the two sides of a conflict in one column in %s', (language) => {
  const lines = shown(fullStory(), language)
    .split('\n')
    .filter((line) => line.includes('│'));

  expect(lines.length).toBeGreaterThan(2);
  expect(new Set(lines.map((line) => stringWidth(line.slice(0, line.indexOf('│')))))).toEqual(new Set([41]));
});

test('puts the date under the title where the name of the zone leaves no room beside it', () => {
  const zone = 'America/Argentina/ComodRivadavia';
  const [, title, clock] = shown(digestDocument({ zone }), 'de').split('\n');

  expect(title).toBe(' WIREWATCH-ÜBERBLICK');
  expect(clock).toBe(` Sa, 22. Nov. 2025, 04:00 (${zone})`);
});

test('heads alerts, updates and answers in German and in Chinese', () => {
  expect(shown(alertDocument(), 'de')).toContain(' ALARM: Chip licenses\n');
  expect(shown(alertDocument(), 'zh')).toContain(' 提醒：Chip licenses\n');
  expect(shown(updateDocument(), 'de')).toContain(' +  UPDATE: Bureau adds');
  expect(shown(updateDocument(), 'zh')).toContain(' +  更新：Bureau adds');
  expect(shown(answerDocument(), 'de')).toContain('    Quellen\n    [1]  Bureau of Trade, 20. Nov. 2025: ');
  expect(shown(answerDocument(), 'zh')).toContain('    来源\n    [1]  Bureau of Trade（2025年11月20日）：');
});

test('says in each language that there is no new story', () => {
  const empty = digestDocument({ stories: [] });

  expect(shown(empty, 'en').split('\n')[2]).toBe(' no new story');
  expect(shown(empty, 'de').split('\n')[2]).toBe(' keine neue Meldung');
  expect(shown(empty, 'zh').split('\n')[2]).toBe(' 没有新消息');
});

/** The text without what is not ours: headlines, sentences, names, zones and marks. */
function ownWords(text: string, document: MessageDocument): string {
  const foreign = new Set(JSON.stringify(document).match(/[\p{L}]+/gu));
  return text.replace(/https?:\/\/\S+/g, '').replace(/[A-Za-z]+/g, (word) => (foreign.has(word) ? '' : word));
}

test('has no English word of ours in a Chinese digest', () => {
  const digest = digestDocument({
    stories: [
      ...digestDocument().stories.map((story) => ({
        ...story,
        publishedAt: { epochMs: null, precision: 'unknown', basis: 'none' } as const,
        sources: Array.from({ length: 5 }, (_, index) =>
          sourceLink({ articleId: `a${index}`, isNote: index === 0 }),
        ),
      })),
    ],
    changed: [changedStory()],
    notes: [],
  });
  const text = shown(digest, 'zh');

  expect(ownWords(text, digest).match(/[A-Za-z]+/g)).toEqual(['WIREWATCH']);
  // What is looked for is found where it stands.
  expect(ownWords(shown(digest, 'en'), digest)).toContain('more');
  expect(text).toContain(wordsOf('zh').more(2));
});
