import type { Comparison } from '../domain/comparison.ts';
import type { PreparedArticle } from '../domain/prepared-article.ts';

/** The command line contract's object for one judged article. */
export function judgementLine(
  givenId: string | null,
  { article, relevance }: PreparedArticle,
  storyId: string | null,
  comparison: Comparison | null,
) {
  return {
    id: givenId ?? article.id,
    url: article.url,
    relevant: relevance.isRelevant,
    relevance: relevance.score,
    reasons: relevance.reasons,
    story: storyId,
    verdict: comparison?.verdict ?? 'off_topic',
    new_facts: (comparison?.newFacts ?? []).map(({ quote }) => ({ quote })),
    conflicts: (comparison?.conflicts ?? []).map(({ quote, known }) => ({
      quote,
      known_url: known.url,
      known_quote: known.quote,
    })),
    compared_with: (comparison?.comparedWith ?? []).map(({ url, title, similarity }) => ({
      url,
      title,
      similarity,
    })),
    rule: comparison?.ruleVersion ?? relevance.ruleVersion,
  };
}

type JudgementLine = ReturnType<typeof judgementLine>;

/** The same for people: one line an article. */
export function judgementText(line: JudgementLine, title: string): string {
  const news = line.new_facts.length > 0 ? `, ${line.new_facts.length} new facts` : '';
  const conflicts = line.conflicts.length > 0 ? `, ${line.conflicts.length} conflicts` : '';
  return `${line.verdict.padEnd(11)} ${line.relevance.toFixed(2)}  ${title}${news}${conflicts}\n`;
}
