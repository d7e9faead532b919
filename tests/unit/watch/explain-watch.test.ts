import { describe, expect, it } from 'vitest';
import type { WatchHitRecord } from '../../../src/domain/watch.ts';
import { explainWatch, type WatchTrial } from '../../../src/watch/explain-watch.ts';
import { kept, keptAtMs } from '../deliver/kept-story.ts';
import { queryOf } from './query-samples.ts';

const listed = kept(1, { sentences: ['Huawei was put on the entity list.'] });
const hit: WatchHitRecord = {
  watchId: 'w1',
  sequence: 1,
  storyId: 's1',
  atMs: keptAtMs,
  matched: ['Huawei'],
  state: 'told',
  remark: null,
  deliveryKey: null,
};
const posted = {
  state: 'posted',
  hold: null,
  permalink: 'https://chat.example/m/1',
  lastProblem: null,
} as const;

/** The article came, matched, and was posted, but for what is said otherwise. */
function explain(changes: Partial<WatchTrial> = {}) {
  return explainWatch({
    wanted: { query: queryOf('huawei'), threshold: 0.5, sinceMs: 0 },
    kept: listed,
    given: null,
    entry: null,
    hit,
    delivery: posted,
    ...changes,
  });
}

function wanted(query: string, changes: Partial<WatchTrial['wanted']> = {}) {
  return { wanted: { query: queryOf(query), threshold: 0.5, sinceMs: 0, ...changes } };
}

const absent = { kept: null, hit: null, delivery: null };

/** What stops an article, and the conclusion that is drawn. */
const stops: readonly (readonly [string, Partial<WatchTrial>, string])[] = [
  ['no source', absent, 'Stopped at source: No source brought it; "sources list"'],
  [
    'an entry that waits',
    { ...absent, entry: { isDone: false, remark: 'The page answered 503.' } },
    'Stopped at reading: The page answered 503.',
  ],
  [
    'a page that is gone',
    { ...absent, entry: { isDone: true, remark: 'The page is gone (404).' } },
    'Stopped at reading: The page is gone (404).',
  ],
  [
    'an entry off topic',
    { ...absent, entry: { isDone: true, remark: 'Off topic: relevance 0.1.' } },
    'Stopped at topic: Off topic: relevance 0.1.',
  ],
  [
    'a seed',
    { kept: { ...listed, comparison: null }, hit: null },
    'Stopped at comparison: It was known from the start, as a seed or a note, and was compared with nothing.',
  ],
  [
    'a repeat',
    { kept: kept(1, { verdict: 'repeat', sentences: listed.article.sentences }), hit: null },
    'Stopped at comparison: It is a repeat of what is known; add verdict:repeat to the query to be told of repeats.',
  ],
  ['a missing part', wanted('huawei AND license'), 'Stopped at query: It lacks license.'],
  [
    'a NOT',
    wanted('huawei AND NOT "entity list"'),
    'Stopped at query: It holds "entity list", which the query forbids.',
  ],
  [
    'the threshold',
    wanted('huawei', { threshold: 0.9 }),
    'Stopped at threshold: Its relevance of 0.8 is below the threshold of 0.9.',
  ],
  [
    'what was known before',
    { kept: kept(1, { verdict: 'update', sentences: listed.article.sentences }), hit: null },
    'Stopped at news: The query holds only in what was known before, not in what is new.',
  ],
  [
    'a watch that is younger',
    wanted('huawei', { sinceMs: keptAtMs + 1 }),
    'Stopped at age of the watch: It was kept before the watch was made; a watch tells only of what comes after.',
  ],
  [
    'a decision against it',
    { hit: { ...hit, state: 'not_told', remark: 'The story is muted here.' }, delivery: null },
    'Stopped at decision: The story is muted here.',
  ],
  [
    'a dead delivery',
    { delivery: { ...posted, state: 'dead', lastProblem: 'The channel is gone.' } },
    'Stopped at delivery: The channel is gone. "deliveries retry" sends it again.',
  ],
];

/** Where a match may wait, and the conclusion that is drawn. */
const waits: readonly (readonly [string, Partial<WatchTrial>, string])[] = [
  ['is not matched yet', { hit: null, delivery: null }, 'No hit is recorded'],
  ['is not decided', { hit: { ...hit, state: 'pending' }, delivery: null }, 'The hit waits'],
  ['is owed', { delivery: { ...posted, state: 'owed' } }, 'The message is owed'],
  [
    'waits for quiet hours to end',
    {
      delivery: {
        ...posted,
        state: 'held',
        hold: { kind: 'quiet', untilMs: Date.parse('2024-03-06T06:00Z') },
      },
    },
    'The message is held for quiet hours, until 2024-03-06 06:00 UTC.',
  ],
  [
    'waits for approval',
    { delivery: { ...posted, state: 'held', hold: { kind: 'approval' } } },
    'The message is held until an admin approves it.',
  ],
];

describe('explainWatch', () => {
  it('goes through every stage in order and concludes with where the message stands', () => {
    const table = explain();

    expect(table.heading).toBe('Matched: Posted at https://chat.example/m/1.');
    expect(table.rows.map(([stage, outcome]) => `${stage}: ${outcome}`)).toEqual([
      'source: passed',
      'reading: passed',
      'topic: passed',
      'comparison: passed',
      'query: passed',
      'threshold: passed',
      'news: passed',
      'age of the watch: passed',
      'decision: passed',
      'delivery: passed',
    ]);
    expect(table.rows[4]?.[2]).toBe('The query holds, in the words: Huawei.');
  });

  it.each(stops)('names the stage and the reason of a stop by %s', (_by, changes, conclusion) => {
    const { heading } = explain(changes);

    expect(heading.startsWith(conclusion)).toBe(true);
  });

  it.each(waits)('calls matched what matched and %s', (_state, changes, why) => {
    expect(explain(changes).heading).toContain(`Matched: ${why}`);
  });

  it('marks the stages after a stop as not reached, without a reason', () => {
    const { rows } = explain(wanted('zte'));

    expect(rows.slice(5).every(([, outcome, why]) => outcome === 'not reached' && why === '')).toBe(true);
    expect(rows).toHaveLength(10);
  });

  it('says that a watch told before what it would not tell now', () => {
    expect(explain(wanted('zte')).notes).toEqual([expect.stringContaining('another watch')]);
    expect(explain().notes).toEqual([]);
  });
});

describe('explaining without a watch or a kept article', () => {
  it('explains a bare query up to the match, since nothing is owed for it', () => {
    const table = explain({ ...wanted('huawei', { sinceMs: null }), hit: null, delivery: null });

    expect(table.heading).toBe('Matched: The query holds, in the words: Huawei.');
    expect(table.data.at(-1)).toMatchObject({ stage: 'news' });
  });

  it('judges a text that is not kept as if it had come', () => {
    const given = { ...listed, comparison: null };

    const table = explain({ ...absent, given });

    expect(table.heading).toBe('Matched: The query holds, in the words: Huawei.');
    expect(table.rows.map(([stage]) => stage)).not.toContain('delivery');
  });

  it('stops a given text that is off topic, with the grounds that weigh most', () => {
    const reasons = [
      { kind: 'entity', text: 'Huawei', where: 'title', points: 1.5 },
      { kind: 'against', text: 'smartphone*', where: 'body', points: -1.6 },
    ] as const;
    const relevance = { score: 0.2, isRelevant: false, reasons, ruleVersion: 'screen/1' };

    const { heading } = explain({ ...absent, given: { ...listed, comparison: null, relevance } });

    expect(heading).toBe(
      'Stopped at topic: It is off topic. Its relevance is 0.2: smartphone* in the body (-1.6), Huawei in the title (+1.5).',
    );
  });
});
