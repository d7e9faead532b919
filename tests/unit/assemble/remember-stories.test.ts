import { expect, test } from 'vitest';
import { rememberStories } from '../../../src/assemble/remember-stories.ts';
import type { StoryStore } from '../../../src/ports/story-store.ts';
import { articleOf, storyDecisionOf } from '../../contract/store/samples.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';

const all = { afterSequence: 0, limit: 10 };

/** A store that keeps from which sequence on it was read. */
function watched() {
  const { articles, stories } = inMemoryStore();
  const readFrom: number[] = [];
  const store: StoryStore = {
    ...stories,
    headlines: (filter) => {
      readFrom.push(filter.afterSequence);
      return stories.headlines(filter);
    },
  };
  return { articles, stories, readFrom, remembered: rememberStories(store) };
}

test('what was read once is not read again, and what came since is found', async () => {
  const { articles, stories, readFrom, remembered } = watched();
  await articles.keep(storyDecisionOf('a', 's1'));
  await articles.keep(storyDecisionOf('b', 's2'));
  await remembered.headlines(all);
  await articles.keep(storyDecisionOf('c', 's1'));
  await articles.keep(storyDecisionOf('d', 's3'));

  const headlines = await remembered.headlines(all);

  expect(readFrom).toEqual([0, 2]);
  expect(headlines).toEqual(await stories.headlines(all));
  expect(headlines.map(({ storyId }) => storyId)).toEqual(['s3', 's1', 's2']);
});

test('two that ask at once get the same, each story once', async () => {
  const { articles, remembered } = watched();
  await articles.keep(storyDecisionOf('a', 's1'));

  const [one, other] = await Promise.all([remembered.headlines(all), remembered.headlines(all)]);

  expect(one).toHaveLength(1);
  expect(other).toEqual(one);
});

test('the limit and the beginning hold for what is remembered too', async () => {
  const { articles, remembered } = watched();
  for (const id of ['a', 'b', 'c']) await articles.keep(storyDecisionOf(id, `s-${id}`));
  await remembered.headlines(all);

  const latest = await remembered.headlines({ afterSequence: 0, limit: 1 });
  const since = await remembered.headlines({ afterSequence: 2, limit: 10 });

  expect(latest.map(({ storyId }) => storyId)).toEqual(['s-c']);
  expect(since).toEqual(latest);
});

test('a story is found by words of any of its titles, and by those that came since', async () => {
  const { articles, remembered } = watched();
  const titled = (id: string, storyId: string, title: string) =>
    articles.keep(storyDecisionOf(id, storyId, { article: articleOf(id, { title }) }));
  await titled('a', 's1', 'Norway bars ZTE');
  await titled('b', 's2', '華為 asks Norway');
  const ids = async (words: string, limit = 9) =>
    (await remembered.named(words, limit)).map(({ storyId }) => storyId);
  expect(await ids('norway')).toEqual(['s2', 's1']);
  expect(await ids('norway zt')).toEqual(['s1', 's2']);
  expect(await ids('华为')).toEqual(['s2']);

  await titled('c', 's1', 'Oslo appeals');

  expect(await ids('oslo appeal')).toEqual(['s1']);
  expect(await ids('')).toEqual(['s1', 's2']);
  expect(await ids('norway', 1)).toEqual(['s1']);
  expect(await ids('gallium')).toEqual([]);
});
