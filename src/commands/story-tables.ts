import type { AnswerTable } from '../domain/command.ts';
import { isQuotable } from '../domain/grounding/quotable.ts';
import { isoOfMoment } from '../domain/moment.ts';
import type { KeptArticle } from '../domain/story.ts';
import { dayText } from '../domain/text/moment-text.ts';
import type { Words } from '../domain/words/words.ts';
import type { ReadStory } from './command.ts';

/** More would fill the screen with one report. */
const mostNewShown = 2;

/** Where a story comes from: its articles with links, primary documents first. */
export function storySourcesTable({ headline, articles }: ReadStory, words: Words): AnswerTable {
  const tiers = ['primary', 'wire', 'commentary'] as const;
  const ordered = tiers.flatMap((tier) => articles.filter(({ article }) => article.tier === tier));
  return {
    heading: `Sources of: ${headline}`,
    columns: ['Date', 'Publisher', 'Kind', 'Title', 'Link'],
    rows: ordered.map(({ article }) => [
      dayText(article.publishedAt, words),
      article.publisher ?? words.unnamedPublisher,
      words[article.tier],
      article.title,
      article.url ?? '',
    ]),
    notes: [],
    data: ordered.map(dataOf),
  };
}

/** What each article of a story added, oldest first. */
export function storyTimelineTable({ headline, articles }: ReadStory, words: Words): AnswerTable {
  const ordered = articles.toSorted((a, b) => whenOf(a) - whenOf(b) || a.sequence - b.sequence);
  return {
    heading: `Timeline of: ${headline}`,
    columns: ['Date', 'Publisher', 'Verdict', 'What was new'],
    rows: ordered.map((kept) => [
      dayText(kept.article.publishedAt, words),
      kept.article.publisher ?? words.unnamedPublisher,
      kept.comparison?.verdict ?? '',
      newsOf(kept).join(' … ') || (kept.comparison?.verdict === 'repeat' ? '' : kept.article.title),
    ]),
    notes: ordered.length === 1 ? ['Nothing came after it yet.'] : [],
    data: ordered.map((kept) => ({ ...dataOf(kept), new_facts: newsOf(kept) })),
  };
}

function newsOf({ comparison }: KeptArticle): readonly string[] {
  const quotes = (comparison?.newFacts ?? []).map(({ quote }) => quote);
  return quotes.filter(isQuotable).slice(0, mostNewShown);
}

/** By its own date; an article without one stands where it was kept. */
function whenOf({ article, keptAtMs }: KeptArticle): number {
  return article.publishedAt.epochMs ?? keptAtMs;
}

function dataOf({ article, comparison }: KeptArticle): Readonly<Record<string, unknown>> {
  const { id, url, title, publisher, publishedAt, tier } = article;
  const date = isoOfMoment(publishedAt);
  return { id, url, title, publisher, date, tier, verdict: comparison?.verdict ?? null };
}
