import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchedParts } from '../../../../src/domain/text/matched-parts.ts';

/** The text with its matched parts in square brackets. */
function shown(text: string, ...words: readonly string[]): string {
  return matchedParts(text, words)
    .map((part) => (part.isMatched ? `[${part.text}]` : part.text))
    .join('');
}

test('finds words where they stand whole, as they are written', () => {
  expect(shown('A chip, two chips, a Chip, a microchip.', 'chip')).toBe(
    'A [chip], two chips, a Chip, a microchip.',
  );
});

test('knows letters with accents and digits as parts of words', () => {
  expect(shown('Café, Caf, 15 CFR 744 and 15 CFR 7441', 'Caf', '15 CFR 744')).toBe(
    'Café, [Caf], [15 CFR 744] and 15 CFR 7441',
  );
});

test('finds Han text anywhere, and Latin words between Han characters', () => {
  expect(shown('新出口管制规定涉及Huawei公司', '出口管制', 'Huawei')).toBe(
    '新[出口管制]规定涉及[Huawei]公司',
  );
});

test('prefers the longer of two words at one place, and joins neighbors', () => {
  expect(shown('export controls', 'export', 'export controls')).toBe('[export controls]');
  expect(shown('出口管制', '出口', '管制')).toBe('[出口管制]');
});

test('takes characters of patterns literally', () => {
  expect(shown('C++ (R&D) costs $5.', 'C++', '(R&D)', '$5', '.*')).toBe('[C++] [(R&D)] costs [$5].');
});

test('finds nothing without words, and ignores empty ones', () => {
  expect(shown('Some text', '', ' ')).toBe('Some text');
  expect(matchedParts('', ['word'])).toEqual([]);
});

test('parts give the text again, whatever it holds', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab .*<制控é'), maxLength: 60 });
  const property = fc.property(text, fc.array(text, { maxLength: 5 }), (line, words) => {
    const parts = matchedParts(line, words);

    expect(parts.map((part) => part.text).join('')).toBe(line);
    expect(parts.filter((part) => part.text === '')).toEqual([]);
  });

  fc.assert(property, { numRuns: 500, seed: 20251122 });
});
