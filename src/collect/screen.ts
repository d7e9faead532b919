import type { Article } from '../domain/article.ts';
import type { Relevance, RelevanceReason, TermGroup } from '../domain/topic.ts';
import type { TopicFindings, TopicLexicon } from '../domain/topic-lexicon.ts';

/** Stored with every relevance: raise it when a rule or a number below changes. */
const screenRuleVersion = 'screen/1';

type Zone = RelevanceReason['where'];

/** A title says what an article is about, its first sentences nearly so; the rest only mentions. */
const zoneFactor: Readonly<Record<Zone, number>> = { title: 3, lead: 1.5, body: 0.5 };
const leadSentences = 3;

/** What speaks against the topic counts by what the article is about: a passing "profit" in its body is no ground. */
const againstFactor: Readonly<Record<Zone, number>> = { title: 3, lead: 1.5, body: 0.1 };

/** A party named again and again is what the article is about: n mentions count 1 + this * ln(n) times. */
const repetition = 0.3;

/**
 * The n-th ground of one group counts this much of its points. Without it a long article would reach any
 * threshold by mentioning enough things once.
 */
const diminishing = 0.6;

/** Points at which an article is as likely off topic as on, and the points that change the odds by e. */
const evenPoints = 7.5;
const pointsPerOdds = 2.5;

/** Judges whether an article is on the topic, with grounds that a person can check in the text. */
export function screen(article: Article, lexicon: TopicLexicon): Relevance {
  const zones = zonesOf(article, lexicon);
  const reasons = [...entityReasons(zones), ...termReasons(zones)];
  const points = sumByGroup(reasons);
  const score = 1 / (1 + Math.exp((evenPoints - points) / pointsPerOdds));
  const rounded = Math.round(score * 1000) / 1000;
  return {
    score: rounded,
    isRelevant: rounded >= lexicon.topic.threshold,
    reasons: [...reasons.map(({ reason }) => reason), ...nearMissReasons(zones)],
    ruleVersion: screenRuleVersion,
  };
}

interface Sentence {
  readonly where: Zone;
  readonly found: TopicFindings;
}

interface GroupedReason {
  readonly group: string;
  readonly reason: RelevanceReason;
}

function zonesOf(article: Article, lexicon: TopicLexicon): Sentence[] {
  const body = article.sentences.filter((sentence) => sentence !== article.title);
  return [
    { where: 'title', found: lexicon.findIn(article.title) },
    ...body.map((sentence, index) => ({
      where: index < leadSentences ? ('lead' as const) : ('body' as const),
      found: lexicon.findIn(sentence),
    })),
  ];
}

function entityReasons(sentences: readonly Sentence[]): GroupedReason[] {
  const best = new Map<string, GroupedReason>();
  const mentions = countMentions(sentences);
  for (const { where, found } of sentences) {
    for (const { entity } of found.entities) {
      if (entity.weight === 0) continue;
      const points =
        entity.weight * zoneFactor[where] * (1 + repetition * Math.log(mentions.get(entity.id) ?? 1));
      keepBest(best, entity.id, 'entities', { kind: 'entity', text: entity.name, where, points });
    }
  }
  return [...best.values()];
}

function countMentions(sentences: readonly Sentence[]): ReadonlyMap<string, number> {
  const mentions = new Map<string, number>();
  for (const { entity } of sentences.flatMap(({ found }) => found.entities)) {
    mentions.set(entity.id, (mentions.get(entity.id) ?? 0) + 1);
  }
  return mentions;
}

function termReasons(sentences: readonly Sentence[]): GroupedReason[] {
  const best = new Map<string, GroupedReason>();
  for (const [index, { where, found }] of sentences.entries()) {
    for (const { group, term } of found.terms) {
      if (group.nearEntity && !hasEntityNear(sentences, index)) continue;
      keepBest(best, `${group.name}\n${term}`, group.name, termReason(group, term, where));
    }
  }
  return [...best.values()];
}

function termReason({ weight }: TermGroup, text: string, where: Zone): RelevanceReason {
  return weight < 0
    ? { kind: 'against', text, where, points: weight * againstFactor[where] }
    : { kind: 'term', text, where, points: weight * zoneFactor[where] };
}

/** The title's entity counts for the first sentence, as "the company" does in prose. */
function hasEntityNear(sentences: readonly Sentence[], index: number): boolean {
  return [index - 1, index, index + 1].some((near) =>
    sentences[near]?.found.entities.some(({ entity }) => entity.weight > 0),
  );
}

function keepBest(
  best: Map<string, GroupedReason>,
  key: string,
  group: string,
  reason: RelevanceReason,
): void {
  const known = best.get(key);
  if (!known || Math.abs(reason.points) > Math.abs(known.reason.points)) best.set(key, { group, reason });
}

function sumByGroup(reasons: readonly GroupedReason[]): number {
  const groups = new Map<string, number[]>();
  for (const { group, reason } of reasons) groups.set(group, [...(groups.get(group) ?? []), reason.points]);
  let total = 0;
  for (const points of groups.values()) {
    points.sort((a, b) => Math.abs(b) - Math.abs(a));
    total += points.reduce((sum, value, index) => sum + value * diminishing ** index, 0);
  }
  return total;
}

function nearMissReasons(sentences: readonly Sentence[]): RelevanceReason[] {
  const seen = new Map<string, RelevanceReason>();
  for (const { where, found } of sentences) {
    for (const { phrase, reason } of found.nearMisses) {
      const text = `${phrase}: ${reason}`;
      if (!seen.has(text)) seen.set(text, { kind: 'near_miss', text, where, points: 0 });
    }
  }
  return [...seen.values()];
}
