import { describe, expect, it } from 'vitest';
import type { KeptArticle } from '../../../src/domain/story.ts';
import type { Watch } from '../../../src/domain/watch.ts';
import type { MatchStore } from '../../../src/ports/match-store.ts';
import { createWatchRoom } from '../../../src/watch/run-watches.ts';
import { type KeptFields, kept, keptAtMs } from '../deliver/kept-story.ts';
import { watchOf } from './query-samples.ts';
import { keepIn, watchDesk } from './watch-desk.ts';

const listing = 'Huawei was put on the entity list.';

function listed(sequence: number, fields: KeptFields = {}): KeptArticle {
  return kept(sequence, { sentences: [listing], ...fields });
}

/** The watches that have a hit after one run over the article. */
async function watchesHit(watches: readonly Watch[], article: KeptArticle): Promise<readonly string[]> {
  const { state, tools } = watchDesk(watches, [article]);
  await createWatchRoom(tools).run();
  return state.hits.map(({ watchId }) => watchId);
}

describe('createWatchRoom', () => {
  it('makes a hit of each watch that an article matches, with its words as they stand there', async () => {
    const { state, tools, clock } = watchDesk([watchOf('w1', 'huawei'), watchOf('w2', 'zte')], [listed(1)]);

    const run = await createWatchRoom(tools).run();

    expect(run).toEqual({ articles: 1, hits: 1 });
    expect(state.hits).toEqual([
      {
        watchId: 'w1',
        sequence: 1,
        storyId: 's1',
        atMs: clock.nowMs(),
        matched: ['Huawei'],
        state: 'pending',
        remark: null,
        deliveryKey: null,
      },
    ]);
  });

  it('asks for the relevance of the watch, and takes a missing one for none', async () => {
    const watch = { ...watchOf('w1', 'huawei'), threshold: 0.6 };

    expect(await watchesHit([watch], listed(1, { relevance: 0.6 }))).toEqual(['w1']);
    expect(await watchesHit([watch], listed(1, { relevance: 0.59 }))).toEqual([]);
    expect(await watchesHit([watch], { ...listed(1), relevance: null })).toEqual([]);
  });

  it('says nothing of a rewrite of known facts, unless the query asks for repeats', async () => {
    const watches = [
      watchOf('w1', 'huawei'),
      watchOf('w2', 'huawei AND verdict:repeat'),
      watchOf('w3', 'huawei AND NOT verdict:update'),
    ];

    expect(await watchesHit(watches, listed(1, { verdict: 'repeat' }))).toEqual(['w2']);
  });

  it('says nothing of an update that matches only in what was known', async () => {
    const fine = 'ZTE paid a fine.';
    const update = listed(1, { verdict: 'update', sentences: [listing, fine], facts: [fine] });

    expect(await watchesHit([watchOf('w1', 'huawei'), watchOf('w2', 'zte')], update)).toEqual(['w2']);
  });

  it('goes by the order of keeping and not by the clock, which may have been set back', async () => {
    const madeLater = { ...watchOf('w1', 'huawei'), createdAtMs: keptAtMs + 3_600_000 };

    expect(await watchesHit([madeLater], listed(1))).toEqual(['w1']);
  });

  it('keeps at most twelve words of a match', async () => {
    const words = Array.from({ length: 15 }, (_, index) => `chip${index}`);

    const { state, tools } = watchDesk(
      [watchOf('w1', words.join(' AND '))],
      [kept(1, { sentences: [`Named were ${words.join(', ')}.`] })],
    );
    await createWatchRoom(tools).run();

    expect(state.hits[0]?.matched).toEqual(words.slice(0, 12));
  });
});

describe('the cursor of a run', () => {
  it('reads on until nothing is left, and matches nothing twice', async () => {
    const articles = Array.from({ length: 120 }, (_, index) => listed(index + 1));
    const { state, tools } = watchDesk([watchOf('w1', 'huawei')], articles);
    const room = createWatchRoom(tools);

    const first = await room.run();
    const second = await room.run();

    expect(first).toEqual({ articles: 120, hits: 120 });
    expect(second).toEqual({ articles: 0, hits: 0 });
    expect(state.matchedUpTo).toBe(120);
  });

  it('reads again when another process was faster, and counts only what it did itself', async () => {
    const { state, tools } = watchDesk([watchOf('w1', 'huawei')], [listed(1), listed(2)]);
    let isFirst = true;
    const matches: MatchStore = {
      unmatched: (limit) => tools.matches.unmatched(limit),
      commit: async (matched) => {
        if (isFirst) state.matchedUpTo = 1;
        isFirst = false;
        return tools.matches.commit(matched);
      },
    };

    const run = await createWatchRoom({ ...tools, matches }).run();

    expect(run).toEqual({ articles: 1, hits: 1 });
    expect(state.hits.map(({ sequence }) => sequence)).toEqual([2]);
  });
});

describe('a watch room between runs', () => {
  it('leaves out a watch whose query no longer reads, says so once, and goes on with the others', async () => {
    const watches = [watchOf('w1', 'entity:nobody-by-this-name'), watchOf('w2', 'huawei')];
    const { state, tools, log } = watchDesk(watches, [listed(1)]);
    const room = createWatchRoom(tools);

    await room.run();
    keepIn(state, listed(2));
    await room.run();

    expect(state.hits.map(({ watchId }) => watchId)).toEqual(['w2', 'w2']);
    expect(log.records).toHaveLength(1);
    expect(log.records[0]?.fields['watchId']).toBe('w1');
    expect(log.records[0]?.fields['problem']).toContain('nobody-by-this-name');
  });

  it('goes by what a watch says now: its query, its threshold, and whether it is there at all', async () => {
    const { state, tools } = watchDesk([watchOf('w1', 'huawei')], [listed(1)]);
    const room = createWatchRoom(tools);
    const hitsAfter = async (change: () => void) => {
      change();
      keepIn(state, listed(state.articles.length + 1));
      return (await room.run()).hits;
    };
    await room.run();

    expect(await hitsAfter(() => state.watches.set('w1', watchOf('w1', 'zte')))).toBe(0);
    expect(await hitsAfter(() => state.watches.set('w1', watchOf('w1', 'huawei')))).toBe(1);
    expect(
      await hitsAfter(() => state.watches.set('w1', { ...watchOf('w1', 'huawei'), threshold: 0.9 })),
    ).toBe(0);
    expect(await hitsAfter(() => state.watches.set('w2', watchOf('w2', 'huawei')))).toBe(1);
    expect(await hitsAfter(() => state.watches.clear())).toBe(0);
  });
});
