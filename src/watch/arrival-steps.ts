import type { KeptArticle } from '../domain/story.ts';
import type { Relevance } from '../domain/topic.ts';
import type { ExplainStep } from './explain-step.ts';

/** As the entry store tells it. */
export interface EntryRemark {
  readonly isDone: boolean;
  readonly remark: string | null;
}

export interface Arrival {
  readonly kept: KeptArticle | null;
  readonly given: { readonly relevance: Relevance | null } | null;
  readonly entry: EntryRemark | null;
}

const mostReasons = 5;
/** How src/collect begins the remark of an entry that was read and found to be off topic. */
const offTopic = 'Off topic';

/** From the source to the topic: whether the article came, was read, and is what the bot is there for. */
export function arrivalSteps({ kept, given, entry }: Arrival): ExplainStep[] {
  if (kept) return keptSteps(kept);
  if (given) return givenSteps(given.relevance);
  return missingSteps(entry);
}

function keptSteps({ article, relevance }: KeptArticle): ExplainStep[] {
  const isReport = article.kind === 'report';
  return [
    passed('source', isReport ? 'A source brought it.' : `It is a ${article.kind}, and came from no source.`),
    passed('reading', 'It was read and kept.'),
    passed('topic', relevanceText(relevance)),
  ];
}

function givenSteps(relevance: Relevance | null): ExplainStep[] {
  return [
    passed('source', 'The text was given; no source was asked.'),
    passed('reading', 'The text was read, and is not kept.'),
    {
      stage: 'topic',
      outcome: relevance?.isRelevant ? 'passed' : 'stopped',
      why: relevance?.isRelevant ? relevanceText(relevance) : `It is off topic. ${relevanceText(relevance)}`,
    },
  ];
}

function missingSteps(entry: EntryRemark | null): ExplainStep[] {
  if (!entry) {
    const why = 'No source brought it; "sources list" shows which are read, and which fail.';
    return [{ stage: 'source', outcome: 'stopped', why }];
  }
  const brought = passed('source', 'A source brought it.');
  if (!entry.isDone) {
    return [brought, { stage: 'reading', outcome: 'waiting', why: entry.remark ?? 'It waits to be read.' }];
  }
  const why = entry.remark ?? 'It was not kept, and no reason was recorded.';
  return why.startsWith(offTopic)
    ? [brought, passed('reading', 'It was read.'), { stage: 'topic', outcome: 'stopped', why }]
    : [brought, { stage: 'reading', outcome: 'stopped', why }];
}

function passed(stage: ExplainStep['stage'], why: string): ExplainStep {
  return { stage, outcome: 'passed', why };
}

/** The weightiest grounds first, for and against. */
function relevanceText(relevance: Relevance | null): string {
  if (!relevance) return 'Its relevance was not judged.';
  const reasons = [...relevance.reasons]
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, mostReasons)
    .map(
      ({ text, where, points }) => `${text} in the ${where} (${points > 0 ? '+' : ''}${points.toFixed(1)})`,
    );
  const grounds = reasons.length > 0 ? `: ${reasons.join(', ')}` : '';
  return `Its relevance is ${relevance.score}${grounds}.`;
}
