import { expect } from 'vitest';
import { newComparison } from './new-comparison.ts';
import { auditOf, decisionOf, hitOf, storyDecisionOf, watchOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

export const matchStoreContract: Contract = {
  'nothing is unmatched where nothing was kept': async (open) => {
    const { matches } = await open();

    expect(await matches.unmatched(10)).toEqual({ cursor: 0, upTo: 0, articles: [] });
  },

  'compared articles are unmatched, in the order of keeping and up to the limit': async (open) => {
    const { articles, matches } = await open();
    await articles.keep(decisionOf('seed'));
    for (const id of ['a', 'b', 'c']) await articles.keep(storyDecisionOf(id, 's1'));

    const some = await matches.unmatched(2);

    expect(some).toMatchObject({ cursor: 0, upTo: 3 });
    expect(some.articles.map(({ article }) => article.id)).toEqual(['a', 'b']);
    expect(some.articles[0]).toMatchObject({ sequence: 2, storyId: 's1', comparison: newComparison });
  },

  'seeds and notes at the end are passed over': async (open) => {
    const { articles, matches } = await open();
    await articles.keep(storyDecisionOf('a', 's1'));
    await articles.keep(decisionOf('seed'));

    expect((await matches.unmatched(10)).upTo).toBe(2);
    expect(await matches.commit({ cursor: 0, upTo: 2, hits: [] })).toBe('committed');
    expect(await matches.unmatched(10)).toEqual({ cursor: 2, upTo: 2, articles: [] });
  },

  'the second of two on one cursor is stale and adds no hits': async (open) => {
    const { articles, matches, watches } = await open();
    await watches.save(watchOf('w1'), auditOf('watch add'));
    for (const id of ['a', 'b']) await articles.keep(storyDecisionOf(id, 's1'));

    expect(await matches.commit({ cursor: 0, upTo: 1, hits: [hitOf('w1', 1)] })).toBe('committed');
    expect(await matches.commit({ cursor: 0, upTo: 2, hits: [hitOf('w1', 2)] })).toBe('stale');
    expect(await watches.hits({ watchId: 'w1', sinceMs: 0 })).toMatchObject([{ sequence: 1 }]);
    expect((await matches.unmatched(10)).articles.map(({ article }) => article.id)).toEqual(['b']);
  },

  'a hit that is there already is left as it is': async (open) => {
    const { articles, matches, watches } = await open();
    await watches.save(watchOf('w1'), auditOf('watch add'));
    await articles.keep(storyDecisionOf('a', 's1'));
    await matches.commit({ cursor: 0, upTo: 0, hits: [hitOf('w1', 1)] });
    await matches.commit({ cursor: 0, upTo: 1, hits: [hitOf('w1', 1, { matched: ['Other'] })] });

    expect(await watches.hits({ watchId: null, sinceMs: 0 })).toMatchObject([{ matched: ['Entity List'] }]);
  },
};
