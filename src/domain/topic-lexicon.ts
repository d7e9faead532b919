import { createTermMatcher, prepareForMatching, type TermMatcher } from './text/term-matcher.ts';
import type { NearMiss, TermGroup, Topic, TopicEntity } from './topic.ts';

/** A term of a group where it stands in a text. */
export interface TermHit {
  readonly group: TermGroup;
  readonly term: string;
  readonly start: number;
}

export interface EntityHit {
  readonly entity: TopicEntity;
  readonly start: number;
}

/** All that a topic finds in one text. Terms inside a near miss are left out, and the near miss is named. */
export interface TopicFindings {
  readonly terms: readonly TermHit[];
  readonly entities: readonly EntityHit[];
  readonly nearMisses: readonly NearMiss[];
}

/** A topic made ready for matching. Make it once and share it: building its patterns costs milliseconds. */
export interface TopicLexicon {
  readonly topic: Topic;
  findIn(text: string): TopicFindings;
  /** Ids of the entities named in the text, each once. */
  entitiesIn(text: string): readonly string[];
}

export function createTopicLexicon(topic: Topic): TopicLexicon {
  const terms = topic.termGroups.flatMap((group) => distinct(group.terms).map((term) => ({ group, term })));
  const aliases = topic.entities.flatMap((entity) =>
    distinct(entity.aliases).map((alias) => ({ entity, alias })),
  );
  const termMatcher = createTermMatcher(terms.map(({ term }) => term));
  const aliasMatcher = createTermMatcher(aliases.map(({ alias }) => alias));
  const missMatcher = createTermMatcher(topic.nearMisses.map(({ phrase }) => phrase));

  function findIn(text: string): TopicFindings {
    const prepared = prepareForMatching(text);
    const misses = missMatcher.find(prepared);
    const isFree = (start: number, end: number) =>
      !misses.some((miss) => start < miss.end && end > miss.start);
    const hits = <T>(matcher: TermMatcher, items: readonly T[]) =>
      matcher.find(prepared).flatMap(({ term, start, end }) => {
        const item = items[term];
        return item && isFree(start, end) ? [{ ...item, start }] : [];
      });
    const missed = new Set(misses.map((miss) => miss.term));
    return {
      terms: hits(termMatcher, terms),
      entities: hits(aliasMatcher, aliases),
      nearMisses: topic.nearMisses.filter((_, index) => missed.has(index)),
    };
  }

  function entitiesIn(text: string): readonly string[] {
    const found = aliasMatcher.find(prepareForMatching(text));
    return [...new Set(found.flatMap(({ term }) => aliases[term]?.entity.id ?? []))];
  }

  return { topic, findIn, entitiesIn };
}

/** A word in two scripts is one term once it is folded; counted twice it would weigh double in Chinese only. */
function distinct(terms: readonly string[]): string[] {
  const byForm = new Map(terms.map((term) => [prepareForMatching(term), term]));
  return [...byForm.values()];
}
