import { expect, test } from 'vitest';
import { renderConsole } from '../../../../adapters/console/render.ts';
import { approvalActions } from '../../../../src/domain/action.ts';
import type { MessageDocument } from '../../../../src/domain/message-document.ts';
import type { Language } from '../../../../src/domain/words/words.ts';
import {
  changedStory,
  cited,
  digestDocument,
  noticeDocument,
  refusalDocument,
  wireCitation,
} from '../../../fixtures/documents.ts';

function shown(document: MessageDocument, language: Language = 'en'): string {
  return renderConsole(document, { color: false, mentions: [], language });
}

const block: readonly (readonly [Language, string])[] = [
  [
    'en',
    `
    What changed since the last digest
    • Port of Larkhaven stops its radio tender
      The tender was withdrawn on 21 November.
      Continental Wire, 20 Nov 2025
`,
  ],
  [
    'de',
    `
    Was sich seit dem letzten Überblick geändert hat
    • Port of Larkhaven stops its radio tender
      The tender was withdrawn on 21 November.
      Continental Wire, 20. Nov. 2025
`,
  ],
  [
    'zh',
    `
    自上次简报以来的变化
    • Port of Larkhaven stops its radio tender
      The tender was withdrawn on 21 November.
      Continental Wire（2025年11月20日）
`,
  ],
];

test.each(block)(
  'tells in %s what changed in posted stories, with its source and no address',
  (language, lines) => {
    const text = shown(digestDocument({ changed: [changedStory()] }), language);

    expect(text).toContain(lines);
    expect(text).not.toContain('chat.example');
  },
);

test('tells the headline alone of a story whose news cannot be said', () => {
  const changed = [changedStory({ headline: 'First', news: null }), changedStory({ headline: 'Second' })];

  expect(shown(digestDocument({ changed }))).toContain('    • First\n    • Second\n      The tender');
});

test('names a source of the news once, however often it is cited', () => {
  const news = cited('It was withdrawn.', wireCitation(), wireCitation({ quote: 'Another sentence.' }));
  const lines = shown(digestDocument({ changed: [changedStory({ news })] })).split('\n');

  expect(lines[lines.indexOf('      It was withdrawn.') + 1]).toBe('      Continental Wire, 20 Nov 2025');
});

test('says nothing of changes where there are none', () => {
  const without = shown(digestDocument());

  expect(shown(digestDocument({ changed: [] }))).toBe(without);
  expect(without).not.toContain('What changed');
});

test('tells what changed in a digest that has no new story', () => {
  const text = shown(digestDocument({ stories: [], changed: [changedStory()], alsoTold: [], notes: [] }));

  expect(text).toContain(' no new story\n');
  expect(text).toContain('    • Port of Larkhaven stops its radio tender');
});

test('shows no buttons: neither what can be done with a notice nor the offer of a watch', () => {
  const actions = approvalActions('d1-key', 'w7');

  expect(shown(noticeDocument({ actions }))).toBe(shown(noticeDocument()));
  expect(shown({ ...refusalDocument(), watchQuery: 'price AND license' })).toBe(
    shown({ ...refusalDocument(), watchQuery: null }),
  );
});
