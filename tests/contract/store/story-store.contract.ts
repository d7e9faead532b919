import { expect } from 'vitest';
import { articleOf, decisionOf, storyDecisionOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const all = { afterSequence: 0, limit: 10 };

export const storyStoreContract: Contract = {
  'stories come latest first, each with the titles of its articles in the order of keeping': async (open) => {
    const { articles, stories } = await open();
    await articles.keep(storyDecisionOf('a', 's1', { keptAtMs: 1_000 }));
    await articles.keep(storyDecisionOf('b', 's2', { keptAtMs: 2_000 }));
    await articles.keep(storyDecisionOf('c', 's1', { keptAtMs: 3_000 }));

    expect(await stories.headlines(all)).toEqual([
      { storyId: 's1', titles: ['Title of a', 'Title of c'], firstKeptAtMs: 1_000, lastSequence: 3 },
      { storyId: 's2', titles: ['Title of b'], firstKeptAtMs: 2_000, lastSequence: 2 },
    ]);
  },

  'a title that two articles have is named once': async (open) => {
    const { articles, stories } = await open();
    await articles.keep(storyDecisionOf('a', 's1'));
    await articles.keep(storyDecisionOf('b', 's1', { article: articleOf('b', { title: 'Title of a' }) }));

    expect((await stories.headlines(all)).map(({ titles }) => titles)).toEqual([['Title of a']]);
  },

  'what is known from the start is no story': async (open) => {
    const { articles, stories } = await open();
    await articles.keep(decisionOf('a'));

    expect(await stories.headlines(all)).toEqual([]);
  },

  'a story that something came of since counts with its beginning': async (open) => {
    const { articles, stories } = await open();
    await articles.keep(storyDecisionOf('a', 's1', { keptAtMs: 1_000 }));
    await articles.keep(storyDecisionOf('b', 's2', { keptAtMs: 1_500 }));
    await articles.keep(storyDecisionOf('c', 's1', { keptAtMs: 3_000 }));

    const since = await stories.headlines({ afterSequence: 2, limit: 10 });

    expect(since.map(({ storyId, firstKeptAtMs }) => [storyId, firstKeptAtMs])).toEqual([['s1', 1_000]]);
  },

  'of many stories the latest are read': async (open) => {
    const { articles, stories } = await open();
    for (const id of ['a', 'b', 'c']) await articles.keep(storyDecisionOf(id, `s-${id}`));

    const read = await stories.headlines({ afterSequence: 0, limit: 2 });

    expect(read.map(({ storyId }) => storyId)).toEqual(['s-c', 's-b']);
  },

  'one story is found whole, as for a channel that was told nothing of it': async (open) => {
    const { articles, stories } = await open();
    await articles.keep(storyDecisionOf('a', 's1'));
    await articles.keep(storyDecisionOf('b', 's2'));
    await articles.keep(storyDecisionOf('c', 's1'));

    const found = await stories.find('s1');

    expect(found).toMatchObject({ storyId: 's1', toldUpTo: 0 });
    expect(found?.articles.map(({ article }) => article.id)).toEqual(['a', 'c']);
    expect(await stories.find('s9')).toBeNull();
  },
};
