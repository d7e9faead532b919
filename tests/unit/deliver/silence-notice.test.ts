import { expect, test } from 'vitest';
import { silenceNotice } from '../../../src/deliver/silence-notice.ts';
import type { Channel } from '../../../src/domain/channel.ts';
import { channelWith } from './channel-setup.ts';
import { keptAtMs } from './kept-story.ts';
import { source } from './source-states.ts';

const dayMs = 86_400_000;
const channel: Channel = { ...channelWith({}, keptAtMs - 10 * dayMs), lastSlotMs: keptAtMs - dayMs };

test.each([
  ['a source brought something a moment ago', {}, [keptAtMs - dayMs, keptAtMs - 1], 2],
  ['the channel was just set up', { setUpAtMs: keptAtMs - dayMs }, [null], 2],
  ['it was told already', { silenceToldAtMs: keptAtMs - dayMs }, [keptAtMs - 5 * dayMs], 2],
  ['it was told at the very moment', { silenceToldAtMs: keptAtMs - 5 * dayMs }, [keptAtMs - 5 * dayMs], 2],
] as const)('silence is not told while %s', (_why, changes, entryTimes, days) => {
  const sources = entryTimes.map((lastEntryAtMs, index) => source(`Wire ${index}`, { lastEntryAtMs }));

  expect(silenceNotice({ ...channel, ...changes }, sources, days * dayMs, keptAtMs)).toBeNull();
});

test('a silence after something came is another one, and is told again', () => {
  const sources = [source('Wire', { lastEntryAtMs: keptAtMs - 3 * dayMs })];
  const told = { ...channel, silenceToldAtMs: keptAtMs - 4 * dayMs };

  expect(silenceNotice(told, sources, 2 * dayMs, keptAtMs)?.heading).toBe(
    'My sources have been silent for 3 days',
  );
});

test('silence is due to the millisecond, and says for how many days', () => {
  const sources = [source('Wire', { lastEntryAtMs: keptAtMs - 2 * dayMs }), source('Post')];

  expect(silenceNotice(channel, sources, 2 * dayMs + 1, keptAtMs)).toBeNull();
  expect(silenceNotice(channel, sources, 2 * dayMs, keptAtMs)?.heading).toBe(
    'My sources have been silent for 2 days',
  );
  expect(silenceNotice(channel, sources, dayMs, keptAtMs - dayMs / 2)?.heading).toMatch(/for 1 day$/);
});

test('a reader of the silence can tell calm from a fault', () => {
  const failing = source('Post', { consecutiveFailures: 3, lastProblem: 'It answered 503.' });
  const textOf = (sources: readonly ReturnType<typeof source>[]) =>
    silenceNotice(channel, sources, dayMs, keptAtMs)?.paragraphs[0];

  expect(textOf([source('Wire'), source('Basin')])).toBe('All 2 sources answer; they have nothing new.');
  expect(textOf([source('Wire')])).toBe('The only source answers; it has nothing new.');
  expect(textOf([source('Wire'), failing])).toBe('1 of 2 sources fails: Post: It answered 503.');
  expect(textOf([])).toBe('No source is set up.');
});

test('a source that was never polled is not said to answer', () => {
  const unpolled = (name: string) => source(name, { lastPolledAtMs: null });
  const failing = source('Post', { consecutiveFailures: 3, lastProblem: 'It answered 503.' });
  const textOf = (...sources: readonly ReturnType<typeof source>[]) =>
    silenceNotice(channel, sources, dayMs, keptAtMs)?.paragraphs[0];

  expect(textOf(unpolled('Wire'))).toBe('The only source was not polled yet.');
  expect(textOf(unpolled('Wire'), unpolled('Basin'))).toBe('None of the 2 sources was polled yet.');
  expect(textOf(source('Wire'), source('Fjord'), unpolled('Basin'))).toBe(
    '1 of 3 sources was not polled yet: Basin. The others answer; they have nothing new.',
  );
  expect(textOf(source('Wire'), unpolled('A'), unpolled('B'), unpolled('C'), unpolled('D'))).toBe(
    '4 of 5 sources were not polled yet: A, B, C and 1 more. The other answers; it has nothing new.',
  );
  expect(textOf(failing, unpolled('Basin'))).toBe(
    '1 of 2 sources fails: Post: It answered 503. 1 of 2 sources was not polled yet: Basin.',
  );
});
