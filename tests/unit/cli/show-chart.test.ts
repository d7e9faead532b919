import { expect, test } from 'vitest';
import { chartText, showChart } from '../../../src/cli/show-chart.ts';
import type { DayChart } from '../../../src/domain/command.ts';

const chart: DayChart = {
  heading: 'New stories a day',
  days: [
    { day: '2026-11-09', count: 12 },
    { day: '2026-11-10', count: 0 },
    { day: '2026-11-11', count: 3 },
  ],
  text: 'It is said in a sentence too.',
};

test('every day has a bar of its length, and one without a count its own line', () => {
  expect(chartText(chart).split('\n')).toEqual([
    'New stories a day',
    '',
    `2026-11-09  12  ${'█'.repeat(12)}`,
    '2026-11-10   0',
    '2026-11-11   3  ███',
    '',
    'It is said in a sentence too.',
    '',
  ]);
});

test('long bars are drawn to scale within 80 columns, and the least is still seen', () => {
  const days = [
    { day: '2026-11-09', count: 5_000 },
    { day: '2026-11-10', count: 1 },
  ];

  const [, , most = '', least = ''] = chartText({ ...chart, days }).split('\n');

  expect(most.length).toBeLessThanOrEqual(80);
  expect(least).toMatch(/ █$/);
});

test('as JSON there is one object a day', () => {
  const lines: string[] = [];
  showChart(chart, { out: (text) => lines.push(text), err: () => undefined, isJson: true, color: false });

  expect(lines.map((line) => JSON.parse(line))).toEqual(chart.days);
});
