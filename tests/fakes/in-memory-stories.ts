import type { KeptArticle } from '../../src/domain/story.ts';
import type { ArticleStore } from '../../src/ports/article-store.ts';
import type { StoryHeadlines, StoryStore } from '../../src/ports/story-store.ts';

export function inMemoryStories(articles: Pick<ArticleStore, 'list'>): StoryStore {
  const all = () => articles.list({ kinds: [], sinceMs: 0, limit: Number.MAX_SAFE_INTEGER });
  return {
    async headlines({ afterSequence, limit }) {
      // Latest first: a story moves to the front with each of its articles.
      const latestFirst = Map.groupBy((await all()).toReversed(), ({ storyId }) => storyId);
      return [...latestFirst]
        .flatMap(([storyId, kept]) => (storyId === null ? [] : headlinesOf(storyId, kept.toReversed())))
        .filter(({ lastSequence }) => lastSequence > afterSequence)
        .slice(0, limit);
    },
    async find(storyId) {
      const kept = (await all()).filter((article) => article.storyId === storyId);
      return kept.length > 0 ? { storyId, articles: kept, toldUpTo: 0 } : null;
    },
  };
}

function headlinesOf(storyId: string, kept: readonly KeptArticle[]): StoryHeadlines {
  return {
    storyId,
    titles: [...new Set(kept.map(({ article }) => article.title))],
    firstKeptAtMs: Math.min(...kept.map(({ keptAtMs }) => keptAtMs)),
    lastSequence: kept.at(-1)?.sequence ?? 0,
  };
}
