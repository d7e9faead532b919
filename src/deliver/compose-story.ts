import type { Article, SourceTier } from '../domain/article.ts';
import type { BriefMaterial, SourceSentence } from '../domain/brief.ts';
import type { CitedSentence } from '../domain/citation.ts';
import { citationOf } from '../domain/grounding/cite.ts';
import { isNearDuplicate } from '../domain/grounding/near-duplicate.ts';
import { isQuotable } from '../domain/grounding/quotable.ts';
import type { ConflictPair, SourceLink, StoryEntry } from '../domain/message-document.ts';
import type { KeptArticle } from '../domain/story.ts';
import type { ChosenStory } from './choose-stories.ts';

const tierOrder: Readonly<Record<SourceTier, number>> = { primary: 0, wire: 1, commentary: 2 };
/** What one article gives a writer: its lead, and what is new in it. More would crowd out the other sources. */
const leadSentences = 4;
const newSentences = 6;
const mostArticles = 6;
const mostNewShown = 3;
const mostConflictsShown = 2;

/** What a writer gets of a story: the untold articles first, then the others, primary documents before rewrites. */
export function materialOf(story: ChosenStory, maxSentences: number): BriefMaterial {
  const articles = importantFirst(story).slice(0, mostArticles);
  const sentences = articles.flatMap((kept) => sentencesFor(kept, story.untold.includes(kept)));
  const numbered = sentences.map((sentence, index): SourceSentence => ({ ...sentence, number: index + 1 }));
  const lead = headlineArticle(story);
  return {
    storyId: story.storyId,
    headline: lead.title,
    lang: lead.lang,
    sentences: numbered,
    maxSentences,
  };
}

/** The story as it stands in a digest, with the summary that was written for it and who wrote it. */
export function composeStory(
  story: ChosenStory,
  summary: readonly CitedSentence[],
  writer: string,
): StoryEntry {
  const lead = headlineArticle(story);
  const sources = importantFirst(story).map(({ article }) => linkOf(article));
  return {
    storyId: story.storyId,
    verdict: story.verdict,
    headline: lead.title,
    publishedAt: lead.publishedAt,
    summary,
    writer,
    whatIsNew: story.isTold ? whatIsNew(story, summary) : [],
    conflicts: conflictsOf(story),
    sources,
    imageUrl: lead.imageUrl ?? sources.find(({ imageUrl }) => imageUrl)?.imageUrl ?? null,
  };
}

export function linkOf(article: Article): SourceLink {
  const { id: articleId, url, title, publisher, publishedAt, tier, kind, imageUrl = null } = article;
  return { articleId, url, title, publisher, publishedAt, tier, isNote: kind === 'note', imageUrl };
}

/**
 * The highest report heads a story: its first one where the channel hears of it for the first time, so that one outlet's
 * odd figure is no headline; the latest one where the story was told before. A title that may not be shown as it is
 * (a link, an order to the reader) heads a story only where there is no other.
 */
export function headlineArticle({ isTold, untold }: ChosenStory): Article {
  const ordered = [...untold].sort(
    (a, b) =>
      Number(isQuotable(b.article.title)) - Number(isQuotable(a.article.title)) ||
      tierOrder[a.article.tier] - tierOrder[b.article.tier] ||
      (isTold ? b.sequence - a.sequence : a.sequence - b.sequence),
  );
  return (ordered[0] ?? failEmpty()).article;
}

function failEmpty(): never {
  throw new Error('A story without untold articles was chosen.');
}

function importantFirst({ articles, untold }: ChosenStory): KeptArticle[] {
  const isUntold = new Set(untold.map(({ sequence }) => sequence));
  return [...articles].sort(
    (a, b) =>
      Number(isUntold.has(b.sequence)) - Number(isUntold.has(a.sequence)) ||
      tierOrder[a.article.tier] - tierOrder[b.article.tier] ||
      a.sequence - b.sequence,
  );
}

/** What was new in an article that was told is not new to the channel any more. */
function sentencesFor(
  { article, comparison }: KeptArticle,
  isUntold: boolean,
): Omit<SourceSentence, 'number'>[] {
  const newIndexes = (comparison?.newFacts ?? [])
    .map(({ sentenceIndex }) => sentenceIndex)
    .slice(0, newSentences);
  const isNew = new Set(newIndexes);
  const leads = article.sentences.slice(0, leadSentences).map((_, index) => index);
  const indexes = [...new Set([...leads, ...newIndexes])].sort((a, b) => a - b);
  return indexes.flatMap((index) => {
    const text = article.sentences[index];
    return text && isQuotable(text) ? [{ text, article, isNew: isUntold && isNew.has(index) }] : [];
  });
}

/** New facts that the summary does not say already, from the newest article back. */
function whatIsNew({ untold }: ChosenStory, summary: readonly CitedSentence[]): CitedSentence[] {
  const said = summary.flatMap(({ citations }) => citations.map(({ quote }) => quote));
  const facts = [...untold]
    .reverse()
    .flatMap(({ article, comparison }) =>
      (comparison?.newFacts ?? []).map(({ quote }) => ({ article, quote })),
    );
  const shown: CitedSentence[] = [];
  for (const { article, quote } of facts) {
    if (shown.length >= mostNewShown) break;
    // Two reports of one update each bring its facts.
    if (!isQuotable(quote) || said.some((other) => isNearDuplicate(other, quote))) continue;
    said.push(quote);
    shown.push({ text: quote, citations: [citationOf({ article, text: quote })] });
  }
  return shown;
}

function conflictsOf({ untold }: ChosenStory): ConflictPair[] {
  const pairs = untold.flatMap(({ article, comparison }) =>
    (comparison?.conflicts ?? []).flatMap(({ quote, known }) =>
      isQuotable(quote) && isQuotable(known.quote)
        ? [{ claim: citationOf({ article, text: quote }), against: known }]
        : [],
    ),
  );
  return pairs.slice(0, mostConflictsShown);
}
