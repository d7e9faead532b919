import { findLeaf } from './find-leaf.ts';
import type { MatchSubject } from './match-subject.ts';
import { printQuery } from './print-query.ts';
import type { Query, TextLeaf, TraitLeaf } from './query.ts';

export interface QueryMatch {
  readonly isMatch: boolean;
  /** Words as they stand in the article. */
  readonly matched: readonly string[];
  /** Leaves, as written, that were needed and did not hold, and parts that a NOT forbade. */
  readonly missed: readonly string[];
  /** A positive leaf stands in a new fact or a conflict's quote, or anywhere in a new story. */
  readonly touchesNews: boolean;
}

interface Finding {
  readonly holds: boolean;
  readonly matched: readonly string[];
  readonly missed: readonly string[];
  /** A leaf of text holds; properties alone say nothing of where. */
  readonly hasText: boolean;
  readonly isInNews: boolean;
}

const neutral: Finding = { holds: true, matched: [], missed: [], hasText: false, isInNews: false };

export function matchQuery(query: Query, subject: MatchSubject): QueryMatch {
  const { holds, matched, missed, hasText, isInNews } = judge(query, subject);
  return {
    isMatch: holds,
    matched: [...new Set(matched)],
    missed: [...new Set(missed)],
    touchesNews: holds && (hasText ? isInNews : subject.hasNews),
  };
}

function judge(query: Query, subject: MatchSubject): Finding {
  switch (query.kind) {
    case 'and':
      return judgeAll(query.parts, subject);
    case 'or':
      return judgeAny(query.parts, subject);
    case 'not':
      return judge(query.part, subject).holds
        ? { ...neutral, holds: false, missed: [printQuery(query)] }
        : neutral;
    case 'verdict':
    case 'tier':
    case 'lang':
      return judgeTrait(query, subject);
    case 'words':
    case 'substring':
    case 'regex':
    case 'entity':
    case 'cite':
    case 'about':
      return judgeText(query, subject);
  }
}

function judgeAll(parts: readonly Query[], subject: MatchSubject): Finding {
  const findings = parts.map((part) => judge(part, subject));
  return { ...together(findings), holds: findings.every(({ holds }) => holds) };
}

function judgeAny(parts: readonly Query[], subject: MatchSubject): Finding {
  const findings = parts.map((part) => judge(part, subject));
  const holding = findings.filter(({ holds }) => holds);
  // Where one part of an OR holds, the others were not needed.
  return holding.length > 0
    ? { ...together(holding), missed: [], holds: true }
    : { ...together(findings), holds: false };
}

function together(findings: readonly Finding[]): Omit<Finding, 'holds'> {
  return {
    matched: findings.flatMap(({ matched }) => matched),
    missed: findings.flatMap(({ missed }) => missed),
    hasText: findings.some(({ hasText }) => hasText),
    isInNews: findings.some(({ isInNews }) => isInNews),
  };
}

function judgeText(leaf: TextLeaf, { whole, news }: MatchSubject): Finding {
  const matched = findLeaf(leaf, whole);
  if (matched.length === 0) return { ...neutral, holds: false, missed: [leaf.written] };
  const isInNews = news === whole || findLeaf(leaf, news, 'part').length > 0;
  return { holds: true, matched, missed: [], hasText: true, isInNews };
}

function judgeTrait(leaf: TraitLeaf, subject: MatchSubject): Finding {
  return traitHolds(leaf, subject) ? neutral : { ...neutral, holds: false, missed: [leaf.written] };
}

function traitHolds(leaf: TraitLeaf, subject: MatchSubject): boolean {
  switch (leaf.kind) {
    case 'verdict':
      return subject.verdict === leaf.verdict;
    case 'tier':
      return subject.tier === leaf.tier;
    case 'lang':
      return subject.lang === leaf.lang;
  }
}
