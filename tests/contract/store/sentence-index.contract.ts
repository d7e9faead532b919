import { expect } from 'vitest';
import { articleOf, decisionOf } from './samples.ts';
import type { Contract, OpenStore } from './stores-under-test.ts';

/** Three articles about three things, with enough other sentences that a word tells something. */
async function openFilled(open: OpenStore) {
  const store = await open();
  await store.articles.keep(
    decisionOf('gallium', {
      titleTokens: ['gallium', 'export'],
      sentenceTokens: [
        ['china', 'licenses', 'gallium'],
        ['traders', 'wait'],
      ],
    }),
  );
  await store.articles.keep(
    decisionOf('huawei', {
      titleTokens: ['huawei', 'chips'],
      sentenceTokens: [
        ['huawei', 'buys', 'chips'],
        ['the', 'ministry', 'waits'],
        ['gallium', 'is', 'a', 'metal'],
      ],
    }),
  );
  for (const id of ['x', 'y', 'z']) {
    await store.articles.keep(
      decisionOf(id, {
        titleTokens: [id],
        sentenceTokens: [
          ['other', id],
          ['another', id],
        ],
      }),
    );
  }
  return store;
}

export const sentenceIndexContract: Contract = {
  'sentences are found by their words, the best first, with their article': async (open) => {
    const { sentences } = await openFilled(open);

    const { hits } = await sentences.search({ tokens: ['gallium', 'china'], limit: 10 });

    expect(hits.map((hit) => [hit.article.id, hit.sentenceIndex])).toEqual([
      ['gallium', 0],
      ['huawei', 2],
      ['gallium', 1],
    ]);
    expect(hits[0]?.article).toEqual(articleOf('gallium'));
    const ranks = hits.map((hit) => hit.rank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
    expect(Math.min(...ranks)).toBeGreaterThan(0);
  },

  "a sentence is found through its article's title": async (open) => {
    const { sentences } = await openFilled(open);

    const { hits } = await sentences.search({ tokens: ['export', 'traders'], limit: 10 });

    expect(hits.map((hit) => [hit.article.id, hit.sentenceIndex])).toEqual([
      ['gallium', 1],
      ['gallium', 0],
    ]);
  },

  'no more hits come than were asked for': async (open) => {
    const { sentences } = await openFilled(open);

    expect((await sentences.search({ tokens: ['gallium'], limit: 1 })).hits).toHaveLength(1);
  },

  'frequencies count sentences, and titles do not add to them': async (open) => {
    const { sentences } = await openFilled(open);

    const found = await sentences.search({ tokens: ['gallium', 'export', 'toString'], limit: 1 });

    expect(found.sentenceCount).toBe(11);
    expect(found.sentenceFrequency).toEqual({ gallium: 2, export: 0, toString: 0 });
  },

  'nothing is found for no words, unknown words or words of the query language': async (open) => {
    const { sentences } = await openFilled(open);

    for (const tokens of [[], ['absent'], ['"gallium" OR'], ['words:gallium'], ['gall*'], ['']]) {
      expect((await sentences.search({ tokens, limit: 10 })).hits).toEqual([]);
    }
  },

  'a question of many words is answered': async (open) => {
    const { sentences } = await openFilled(open);
    const tokens = Array.from({ length: 400 }, (_, index) => `w${index}`);

    expect((await sentences.search({ tokens: [...tokens, 'gallium'], limit: 10 })).hits).toHaveLength(3);
  },
};
