import { expect } from 'vitest';
import type { Relevance } from '../../../src/domain/topic.ts';
import { newComparison } from './new-comparison.ts';
import { probeOf } from './sample-probe.ts';
import { articleOf, decisionOf, entryOf, pollOf, sourceOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const relevance: Relevance = {
  score: 0.8,
  isRelevant: true,
  reasons: [{ kind: 'term', text: 'entity list', where: 'title', points: 2 }],
  ruleVersion: 'screen/1',
};

export const articleStoreContract: Contract = {
  'an article comes back as it was kept, with what was judged of it': async (open) => {
    const { articles } = await open();
    const article = articleOf('a', { title: '华为 “quoted” – O’Brien', sentences: ['Ünï 出口。', ''] });
    const outcome = await articles.keep(
      decisionOf('a', { article, relevance, comparison: newComparison, storyId: 's1' }),
    );

    expect(outcome).toEqual({ kind: 'kept', sequence: 1 });
    expect(await articles.list({ kinds: [], sinceMs: 0, limit: 10 })).toEqual([
      { article, sequence: 1, keptAtMs: 5_000, storyId: 's1', comparison: newComparison, relevance },
    ]);
  },

  'articles are listed in the order of keeping, by kind and up to the limit': async (open) => {
    const { articles } = await open();
    await articles.keep(decisionOf('n', { article: articleOf('n', { kind: 'note' }) }));
    await articles.keep(decisionOf('b'));
    await articles.keep(decisionOf('a'));
    await articles.keep(decisionOf('s', { article: articleOf('s', { kind: 'seed' }) }));
    const idsOf = async (kinds: readonly ('report' | 'seed' | 'note')[], limit: number) =>
      (await articles.list({ kinds, sinceMs: 0, limit })).map((kept) => kept.article.id);

    expect(await idsOf([], 10)).toEqual(['n', 'b', 'a', 's']);
    expect(await idsOf([], 2)).toEqual(['n', 'b']);
    expect(await idsOf(['report', 'seed'], 10)).toEqual(['b', 'a', 's']);
  },

  'articles are listed from a moment of keeping on': async (open) => {
    const { articles } = await open();
    for (const keptAtMs of [4_999, 5_000, 5_001]) {
      await articles.keep(decisionOf(`at ${keptAtMs}`, { keptAtMs }));
    }
    const listed = await articles.list({ kinds: [], sinceMs: 5_000, limit: 10 });

    expect(listed.map((kept) => kept.article.id)).toEqual(['at 5000', 'at 5001']);
  },

  'an article is found by its id, and the latest by its address however that is written': async (open) => {
    const { articles } = await open();
    const canonicalUrl = 'https://news.example/page';
    await articles.keep(decisionOf('a', { canonicalUrl }));
    await articles.keep(decisionOf('b', { canonicalUrl }));
    await articles.keep(decisionOf('c', { canonicalUrl: null }));
    const idOf = async (idOrUrl: string) => (await articles.find(idOrUrl))?.article.id ?? null;

    expect(await idOf('a')).toBe('a');
    expect(await idOf('c')).toBe('c');
    expect(await idOf(canonicalUrl)).toBe('b');
    expect(await idOf(`${canonicalUrl}?utm_source=feed#top`)).toBe('b');
    expect(await idOf('nothing')).toBeNull();
    expect(await idOf('https://news.example/other')).toBeNull();
    expect(await articles.find('a')).toEqual((await articles.list({ kinds: [], sinceMs: 0, limit: 1 }))[0]);
  },

  'a decision on an older corpus is stale and leaves nothing behind': async (open) => {
    const store = await open();
    const { corpusVersion } = await store.articles.candidates(probeOf());
    await store.sources.register([sourceOf('a')], 0);
    await store.sources.recordPoll(pollOf('a', { entries: [entryOf('e1')] }));
    const [pending] = await store.entries.claim({ nowMs: 1_000, leaseMs: 1, limit: 1 });
    await store.articles.keep(decisionOf('a', { corpusVersion }));

    const outcome = await store.articles.keep(
      decisionOf('b', { corpusVersion, entryId: pending?.entryId ?? null }),
    );

    expect(outcome).toEqual({ kind: 'stale' });
    expect(await store.articles.list({ kinds: [], sinceMs: 0, limit: 10 })).toHaveLength(1);
    expect(await store.entries.claim({ nowMs: 2_000, leaseMs: 1, limit: 1 })).toHaveLength(1);
  },

  'the corpus version of the last candidates is accepted': async (open) => {
    const { articles } = await open();
    await articles.keep(decisionOf('a'));
    const { corpusVersion } = await articles.candidates(probeOf());

    expect((await articles.keep(decisionOf('b', { corpusVersion }))).kind).toBe('kept');
    expect((await articles.candidates(probeOf())).corpusVersion).not.toBe(corpusVersion);
  },

  'a known id is not kept twice, and its entry is settled all the same': async (open) => {
    const store = await open();
    await store.sources.register([sourceOf('a')], 0);
    await store.sources.recordPoll(pollOf('a', { entries: [entryOf('e1')] }));
    const [pending] = await store.entries.claim({ nowMs: 1_000, leaseMs: 1, limit: 1 });
    await store.articles.keep(decisionOf('a'));

    const outcome = await store.articles.keep(
      decisionOf('a', { entryId: pending?.entryId ?? null, corpusVersion: 0 }),
    );

    expect(outcome).toEqual({ kind: 'known' });
    expect(await store.entries.claim({ nowMs: 2_000, leaseMs: 1, limit: 1 })).toHaveLength(0);
  },
};
