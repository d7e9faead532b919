import { expect } from 'vitest';
import type { Known } from '../../../src/domain/known.ts';
import { unknownMoment } from '../../../src/domain/moment.ts';
import type { ArticleStore, ComparisonProbe } from '../../../src/ports/article-store.ts';
import { probeOf } from './sample-probe.ts';
import { articleOf, decisionOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

async function knownFor(articles: ArticleStore, over: Partial<ComparisonProbe>): Promise<Known> {
  const { knownJson } = await articles.candidates(probeOf(over));
  return JSON.parse(knownJson) as Known;
}

async function idsFor(articles: ArticleStore, over: Partial<ComparisonProbe>): Promise<readonly string[]> {
  const found = await knownFor(articles, over);
  return found.articles.map((kept) => kept.article.id);
}

export const candidatesContract: Contract = {
  'an empty corpus has no candidates': async (open) => {
    const { articles } = await open();

    expect((await articles.candidates(probeOf())).corpusVersion).toBe(0);
    expect(await knownFor(articles, { tokens: ['chips'], aroundMs: 1_000, windowMs: 10 })).toEqual({
      articles: [],
      documentCount: 0,
      documentFrequency: { chips: 0 },
    });
  },

  'an article is found by its address, its text and each of its bands, once': async (open) => {
    const { articles } = await open();
    await articles.keep(decisionOf('a', { bands: ['0:x', '1:y'] }));
    await articles.keep(decisionOf('b', { bands: ['0:z'] }));
    const address = 'https://news.example/a';

    expect(await idsFor(articles, { canonicalUrl: address })).toEqual(['a']);
    expect(await idsFor(articles, { textHash: 'hash-a' })).toEqual(['a']);
    expect(await idsFor(articles, { bands: ['9:q', '1:y'] })).toEqual(['a']);
    expect(
      await idsFor(articles, { canonicalUrl: address, textHash: 'hash-a', bands: ['0:x', '1:y', '0:z'] }),
    ).toEqual(['a', 'b']);
    expect(await idsFor(articles, {})).toEqual([]);
  },

  'articles without an address are not alike by that': async (open) => {
    const { articles } = await open();
    await articles.keep(decisionOf('a', { canonicalUrl: null }));

    expect(await idsFor(articles, { canonicalUrl: null })).toEqual([]);
  },

  'an article is found by a word of its title or text, and by exactly that word': async (open) => {
    const { articles } = await open();
    const odd = ['US', 'résumé', '15-cfr:744.16', '出口', 'NOT', '"', '*', 'a@b'];
    for (const [index, token] of odd.entries()) {
      await articles.keep(
        decisionOf(`a${index}`, { titleTokens: [], sentenceTokens: [['filler'], [token]] }),
      );
    }
    await articles.keep(decisionOf('titled', { titleTokens: ['headline'], sentenceTokens: [] }));

    for (const [index, token] of odd.entries()) {
      expect(await idsFor(articles, { tokens: [token] })).toEqual([`a${index}`]);
    }
    expect(await idsFor(articles, { tokens: ['headline', 'absent'] })).toEqual(['titled']);
    expect(await idsFor(articles, { tokens: ['us', 'resume', '744', '出', 'filler OR US', ''] })).toEqual([]);
  },

  'full text brings the forty best': async (open) => {
    const { articles } = await open();
    for (let count = 0; count < 42; count += 1) {
      const filler = Array.from({ length: count }, () => 'filler');
      await articles.keep(
        decisionOf(`a${count}`, { titleTokens: [], sentenceTokens: [['chips', ...filler]] }),
      );
    }
    // A word that stands in most articles tells nothing apart, in BM25 as in FTS5.
    for (let count = 0; count < 60; count += 1) {
      await articles.keep(decisionOf(`b${count}`, { titleTokens: [], sentenceTokens: [['other']] }));
    }

    const found = await idsFor(articles, { tokens: ['chips'] });

    expect(found).toHaveLength(40);
    expect(found).not.toContain('a41');
    expect(found).not.toContain('a40');
  },

  'an article is found by its time, undated ones by when they were kept': async (open) => {
    const { articles } = await open();
    const dated = (id: string, epochMs: number) =>
      decisionOf(id, {
        article: articleOf(id, { publishedAt: { epochMs, precision: 'instant', basis: 'feed' } }),
      });
    await articles.keep(dated('before', 899));
    await articles.keep(dated('first', 900));
    await articles.keep(dated('last', 1_100));
    await articles.keep(dated('after', 1_101));
    const undated = articleOf('undated', { publishedAt: unknownMoment });
    await articles.keep(decisionOf('undated', { article: undated, keptAtMs: 1_000 }));

    expect(await idsFor(articles, { aroundMs: 1_000, windowMs: 100 })).toEqual(['first', 'last', 'undated']);
    expect(await idsFor(articles, { aroundMs: null, windowMs: 100 })).toEqual([]);
  },

  'document frequency covers the words of the probe and of the candidates': async (open) => {
    const { articles } = await open();
    await articles.keep(
      decisionOf('a', {
        titleTokens: ['chips'],
        sentenceTokens: [
          ['chips', 'ban'],
          ['ban', 'US'],
        ],
      }),
    );
    await articles.keep(decisionOf('b', { titleTokens: ['chips'], sentenceTokens: [['gallium']] }));

    const found = await knownFor(articles, { tokens: ['chips', 'constructor'], textHash: 'hash-a' });

    expect(found.documentCount).toBe(2);
    expect(found.documentFrequency).toEqual({ chips: 2, constructor: 0, ban: 1, US: 1, gallium: 1 });
  },
};
