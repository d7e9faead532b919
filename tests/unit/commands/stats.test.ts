import { expect, test } from 'vitest';
import type { CommandAnswer } from '../../../src/domain/command.ts';
import { storyDecisionOf } from '../../contract/store/samples.ts';
import { commandDesk, problemOf, reader } from './command-desk.ts';

function chartOf(answer: CommandAnswer) {
  if (answer.kind === 'chart') return answer.chart;
  throw new Error(`No chart: ${JSON.stringify(answer)}`);
}

/** Articles with their stories and when they were kept. */
async function withKept(kept: readonly (readonly [string, string])[]) {
  const desk = await commandDesk();
  for (const [index, [storyId, at]] of kept.entries()) {
    await desk.store.articles.keep(storyDecisionOf(`a${index}`, storyId, { keptAtMs: Date.parse(at) }));
  }
  return desk;
}

test('a story counts once, on the day on which it began', async () => {
  const { run } = await withKept([
    ['old', '2026-09-01T08:00:00Z'],
    ['s1', '2026-11-08T08:00:00Z'],
    ['s2', '2026-11-08T23:59:00Z'],
    ['s1', '2026-11-10T08:00:00Z'],
    ['old', '2026-11-10T08:00:00Z'],
    ['s3', '2026-11-10T08:30:00Z'],
  ]);

  const { days, text, heading } = chartOf(await run('stats', { days: '7' }, reader));

  expect(heading).toBe('New stories a day (UTC)');
  expect(days.map(({ count }) => count)).toEqual([0, 0, 0, 0, 2, 0, 1]);
  expect([days[0]?.day, days.at(-1)?.day]).toEqual(['2026-11-04', '2026-11-10']);
  expect(text).toBe('3 new stories in the last 7 days, 0.4 a day; most on 2026-11-08, with 2.');
});

test('days begin at midnight of the zone of the channel', async () => {
  const { run } = await withKept([['s1', '2026-11-08T23:59:00Z']]);
  await run('settings', { zone: 'Asia/Shanghai' });

  const { days } = chartOf(await run('stats', { days: '7' }, reader));

  expect(days.find(({ count }) => count > 0)?.day).toBe('2026-11-09');
});

test('without days there are thirty, and it is said when nothing was', async () => {
  const { run } = await commandDesk();

  const { days, text } = chartOf(await run('stats', {}, reader));

  expect(days).toHaveLength(30);
  expect(text).toBe('No new story was kept in the last 30 days.');
});

test.each(['6', '91', '7.5', 'many'])('%s is no number of days', async (days) => {
  const { run } = await commandDesk();

  expect(problemOf(await run('stats', { days }, reader))).toContain('Write a whole number from 7 to 90.');
});
