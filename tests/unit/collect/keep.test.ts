import { expect, test } from 'vitest';
import { compareAndKeep, type KeepTools, type Kept } from '../../../src/collect/keep.ts';
import { prepare } from '../../../src/collect/prepare.ts';
import type { Known } from '../../../src/domain/known.ts';
import type { ArticleStore } from '../../../src/ports/article-store.ts';
import { directJudge } from '../../fakes/direct-judge.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { sampleLexicon } from '../../fakes/sample-topic.ts';
import { rawOf } from './known-articles.ts';

const added = 'The Commerce Department put Huawei and 70 of its affiliates on the Entity List.';
const fined = 'ZTE paid a fine of $892 million to settle charges in a court in Texas.';

function prepared(text: string, over: Parameters<typeof rawOf>[1] = {}) {
  return prepare(rawOf(text, over), sampleLexicon);
}

function keep(tools: KeepTools, text: string, over: Parameters<typeof rawOf>[1] = {}): Promise<Kept> {
  return compareAndKeep(prepared(text, over), { keptAtMs: 7_000, entryId: null }, tools);
}

function newTools(): KeepTools & { readonly articles: ArticleStore } {
  return { articles: inMemoryStore().articles, judge: directJudge(sampleLexicon) };
}

async function keptIn({ articles }: KeepTools) {
  return articles.list({ kinds: [], sinceMs: 0, limit: 100 });
}

test('keeps an article with its verdict, relevance and story', async () => {
  const tools = newTools();

  const kept = await keep(tools, added);

  const { article, relevance } = prepared(added);
  expect(kept).toMatchObject({ storyId: `s${article.id.slice(1)}`, isNew: true });
  expect(kept.comparison.verdict).toBe('new');
  expect(await keptIn(tools)).toEqual([
    { article, sequence: 1, keptAtMs: 7_000, storyId: kept.storyId, comparison: kept.comparison, relevance },
  ]);
});

test('a second report joins the story of the first', async () => {
  const tools = newTools();
  const first = await keep(tools, added);

  const second = await keep(tools, `${added}\n${fined}`, { publisher: 'Wire Two' });

  expect(second).toMatchObject({ storyId: first.storyId, isNew: true });
  expect(second.comparison.verdict).toBe('update');
});

test('what is known already is not kept twice', async () => {
  const tools = newTools();
  await keep(tools, added, { url: 'https://wire.example/a' });

  const again = await keep(tools, `Home\n${added}`, { url: 'http://www.wire.example/a?utm_source=x' });

  expect(again.isNew).toBe(false);
  expect(again.comparison.verdict).toBe('repeat');
  expect(await keptIn(tools)).toHaveLength(1);
});

test('is compared again when another process kept an article meanwhile', async () => {
  const tools = newTools();
  const seen: number[] = [];
  const judge = {
    ...tools.judge,
    compare: async (...input: Parameters<typeof tools.judge.compare>) => {
      seen.push((JSON.parse(input[1]) as Known).articles.length);
      if (seen.length === 1) await keep(tools, added, { url: 'https://two.example/' });
      return tools.judge.compare(...input);
    },
  };

  const kept = await keep({ ...tools, judge }, added);

  expect(seen).toEqual([0, 1]);
  expect(kept.comparison.verdict).toBe('repeat');
  expect(await keptIn(tools)).toHaveLength(2);
});

test('gives up with a sentence when others are always faster', async () => {
  const tools = newTools();
  const articles: ArticleStore = { ...tools.articles, keep: async () => ({ kind: 'stale' }) };

  await expect(keep({ ...tools, articles }, added)).rejects.toThrow(/could not be kept: other processes/);
  expect(await keptIn(tools)).toEqual([]);
});

test('keeps nothing when judging fails', async () => {
  const tools = newTools();
  const judge = { ...tools.judge, compare: () => Promise.reject(new Error('Comparing took too long.')) };

  await expect(keep({ ...tools, judge }, added)).rejects.toThrow('Comparing took too long.');
  expect(await keptIn(tools)).toEqual([]);
});

test('looks up what is near in time for an article without a date', async () => {
  const tools = newTools();
  const undated = { date: '' };
  await keep(tools, added, undated);

  const chinese = await keep(tools, '华为及其70家关联企业被列入实体清单。', {
    ...undated,
    title: '华为被列入实体清单',
    lang: 'zh',
    publisher: 'Zhongwen',
  });

  expect(chinese.comparison.comparedWith).toHaveLength(1);
});
