import { expect, test } from 'vitest';
import { keyButtonId, nonceOf, partOfButtonId } from '../../../../adapters/discord/render-key.ts';

const parts = [
  { key: 'd0f20c5943808b5d6', part: 1, total: 1 },
  { key: 'd0f20c5943808b5d6.r', part: 1, total: 12 },
  { key: 'k'.repeat(25), part: 12, total: 12 },
];

test.each(parts)('reads what a button carries: %j', (part) => {
  expect(partOfButtonId(keyButtonId(part))).toEqual(part);
  expect(keyButtonId(part).length).toBeLessThanOrEqual(100);
  expect(nonceOf(part).length).toBeLessThanOrEqual(25);
});

test('is no key what another component carries', () => {
  expect(partOfButtonId('run:story?story=why%3Akey')).toBeNull();
  expect(partOfButtonId('choose:1')).toBeNull();
  expect(partOfButtonId('why:')).toBeNull();
});

test('gives each part of each delivery another nonce, also where long keys differ at their ends only', () => {
  const keys = [`${'k'.repeat(24)}a`, `${'k'.repeat(24)}b`];
  const nonces = keys.flatMap((key) => [1, 2, 3].map((part) => nonceOf({ key, part, total: 3 })));

  expect(new Set(nonces).size).toBe(6);
});
