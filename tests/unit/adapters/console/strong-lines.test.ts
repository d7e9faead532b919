import { expect, test } from 'vitest';
import { strongLines } from '../../../../adapters/console/strong-lines.ts';
import type { Style } from '../../../../adapters/console/style.ts';
import { matchedParts } from '../../../../src/domain/text/matched-parts.ts';

const brackets: Style = {
  strong: (text) => `<${text}>`,
  faint: (text) => text,
  verdict: (_, text) => text,
};

function shown(lines: readonly string[], text: string, ...words: readonly string[]): readonly string[] {
  return strongLines(lines, matchedParts(text, words), brackets);
}

test('follows a phrase over the end of a line', () => {
  const text = 'New export controls on chips';

  expect(shown(['New export', 'controls on', 'chips'], text, 'export controls')).toEqual([
    'New <export>',
    '<controls >on',
    'chips',
  ]);
});

test('counts characters that take two columns or two code units as one', () => {
  expect(shown(['👍 出口管', '制 new'], '👍 出口管制 new', '管制')).toEqual(['👍 出口<管>', '<制 >new']);
});

test('leaves what follows the text as it is', () => {
  expect(shown(['one two. [1]'], 'one two.', '1', 'one')).toEqual(['<one >two. [1]']);
});
