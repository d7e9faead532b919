import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../src/domain/moment.ts';
import type { KeptArticle } from '../../../src/domain/story.ts';
import { backTest } from '../../../src/watch/back-test.ts';
import { backTestTable } from '../../../src/watch/back-test-table.ts';
import { type KeptFields, kept } from '../deliver/kept-story.ts';
import { queryOf } from './query-samples.ts';

const nowMs = Date.parse('2024-03-31T00:00:00Z');

/** A report of one sentence that came out and was kept so many days ago. */
function report(sequence: number, daysAgo: number, sentence: string, fields: KeptFields = {}): KeptArticle {
  const atMs = nowMs - daysAgo * dayMs;
  const on = new Date(atMs).toISOString().slice(0, 10);
  return kept(sequence, { on, keptAtMs: atMs, sentences: [sentence], ...fields });
}

function testOf(query: string, articles: readonly KeptArticle[], threshold = 0) {
  return backTest(queryOf(query), { threshold, breathe: async () => undefined }, articles, nowMs);
}

function many(count: number, daysAgo: (index: number) => number): KeptArticle[] {
  return Array.from({ length: count }, (_, index) => report(index, daysAgo(index), 'Huawei spoke.'));
}

it('lets other work go on between the articles of a long test', async () => {
  let breaths = 0;
  const breathe = async () => {
    breaths += 1;
  };

  await backTest(
    queryOf('huawei'),
    { threshold: 0, breathe },
    many(100, () => 1),
    nowMs,
  );

  expect(breaths).toBe(5);
});

describe('backTest', () => {
  it('counts articles and stories of the last 90 days, and how many a week over the days that it knows', async () => {
    const articles = [
      report(1, 91, 'Huawei spoke.'),
      report(2, 20, 'ZTE spoke.'),
      report(3, 10, 'Huawei spoke.'),
      report(4, 9, 'Huawei spoke again.'),
      { ...report(5, 2, 'Huawei answered.'), storyId: 's2' },
    ];

    const test = await testOf('huawei', articles);

    expect(test).toMatchObject({ articles: 4, caught: 3, stories: 2, days: 20, perWeek: 1.1 });
  });

  it('shows the newest few with their words', async () => {
    const { newest } = await testOf(
      'huawei',
      many(8, (index) => 8 - index),
    );

    expect(newest.map(({ kept: { sequence } }) => sequence)).toEqual([7, 6, 5, 4, 3]);
    expect(newest[0]?.matched).toEqual(['Huawei']);
  });

  it('leaves out what a watch leaves out: repeats, seeds, and what is known already', async () => {
    const articles = [
      report(1, 3, 'Huawei spoke.', { verdict: 'repeat' }),
      { ...report(2, 3, 'Huawei spoke.'), comparison: null },
      report(3, 3, 'Huawei spoke.', { verdict: 'update', facts: [] }),
    ];

    const test = await testOf('huawei', articles);

    expect(test).toMatchObject({ articles: 2, caught: 0, nearly: [] });
  });

  it.each([
    ['huawei AND license', 'Huawei spoke.', 'It lacks license.'],
    ['huawei AND (license OR permit)', 'Huawei spoke.', 'It lacks license OR permit.'],
    ['(huawei AND license) OR (zte AND license)', 'Huawei spoke.', 'It lacks license.'],
    ['huawei AND NOT phones', 'Huawei sold phones.', 'It holds phones, which the query forbids.'],
  ])('tells by which part %s missed "%s"', async (query, sentence, reason) => {
    const { nearly } = await testOf(query, [report(1, 3, sentence)]);

    expect(nearly.map((near) => near.reason)).toEqual([reason]);
  });

  it('does not call near what misses two parts, or all of the only one', async () => {
    expect((await testOf('huawei AND license AND chips', [report(1, 3, 'Huawei spoke.')])).nearly).toEqual(
      [],
    );
    expect((await testOf('license', [report(1, 3, 'Huawei spoke.')])).nearly).toEqual([]);
  });

  it('tells what missed by the threshold, most relevant first and at most five', async () => {
    const articles = [0.1, 0.5, 0.3, 0.2, 0.4, 0.15].map((relevance, index) =>
      report(index + 1, 3, 'Huawei spoke.', { relevance }),
    );

    const { nearly } = await testOf('huawei', articles, 0.6);

    expect(nearly.map(({ kept: { relevance } }) => relevance?.score)).toEqual([0.5, 0.4, 0.3, 0.2, 0.15]);
    expect(nearly[0]?.reason).toBe('Its relevance of 0.5 is below the threshold of 0.6.');
  });

  it('never rounds a relevance up to the threshold that it missed', async () => {
    const { nearly } = await testOf('huawei', [report(1, 3, 'Huawei spoke.', { relevance: 0.5999 })], 0.6);

    expect(nearly[0]?.reason).toBe('Its relevance of 0.599 is below the threshold of 0.6.');
  });
});

describe('the warning of a back-test', () => {
  it('is given when nothing would have been caught', async () => {
    expect((await testOf('zte', [report(1, 3, 'Huawei spoke.')])).warning).toContain('caught nothing');
  });

  it('says so when there is nothing to test on', async () => {
    expect(await testOf('zte', [])).toMatchObject({ days: 0, perWeek: null });
    expect((await testOf('zte', [])).warning).toContain('no reports');
  });

  it('is given above 20 a day on average, and not at 20', async () => {
    const perDay = (count: number) =>
      testOf(
        'huawei',
        many(count * 10, (index) => 1 + (index % 10)),
      );

    expect((await perDay(20)).warning).toBeNull();
    expect((await perDay(21)).warning).toContain('21 articles a day');
  });

  it('is given above 50 on any one day, and not at 50', async () => {
    const onOneDay = (count: number) => testOf('huawei', [...many(count, () => 5), ...many(1, () => 80)]);

    expect((await onOneDay(50)).warning).toBeNull();
    expect((await onOneDay(51)).warning).toContain('51 articles');
  });

  it('does not take the first poll, which brings weeks of reports at once, for a flood', async () => {
    const polled = many(60, (index) => 1 + (index % 30)).map((each) => ({ ...each, keptAtMs: nowMs - 1 }));

    expect(await testOf('huawei', polled)).toMatchObject({
      caught: 60,
      days: 30,
      perWeek: 14,
      warning: null,
    });
  });
});

describe('backTestTable', () => {
  it('shows what was caught and what nearly was, with dates and reasons', async () => {
    const articles = [
      report(1, 30, 'Huawei got a license.', { title: 'A grant' }),
      report(2, 3, 'Huawei spoke.', { title: 'A word' }),
    ];

    const table = backTestTable(await testOf('huawei AND license', articles));

    expect(table.heading).toBe('It would have caught 1 of 2 reports kept in the last 90 days, in 1 story');
    expect(table.rows).toEqual([
      ['1 Mar 2024', 'A grant', 'matched', 'Huawei, license'],
      ['28 Mar 2024', 'A word', 'nearly', 'It lacks license.'],
    ]);
    expect(table.notes).toEqual(['That is 0.2 a week, over the 30 days for which there are reports.']);
    expect(table.data[0]).toMatchObject({ outcome: 'summary', reports: 2, caught: 1, per_week: 0.2 });
    expect(table.data[2]).toMatchObject({ id: 'a2', date: '2024-03-28', outcome: 'nearly' });
  });

  it('ends with the warning', async () => {
    const table = backTestTable(await testOf('zte', [report(1, 3, 'Huawei spoke.')]));

    expect(table.notes.at(-1)).toContain('caught nothing');
  });
});
