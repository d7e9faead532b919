import { createRe2RegexEngine } from '../../../adapters/re2/re2-regex-engine.ts';
import type { Article } from '../../../src/domain/article.ts';
import type { Citation } from '../../../src/domain/citation.ts';
import type { Comparison } from '../../../src/domain/comparison.ts';
import { unknownMoment } from '../../../src/domain/moment.ts';
import type { Watch } from '../../../src/domain/watch.ts';
import { type MatchSubject, matchSubjectOf } from '../../../src/watch/match-subject.ts';
import { parseQuery, type QueryTools } from '../../../src/watch/parse-query.ts';
import type { Query } from '../../../src/watch/query.ts';
import { sampleTopic } from '../../fakes/sample-topic.ts';

export const sampleTools: QueryTools = { regexes: createRe2RegexEngine(), topic: sampleTopic };

/** The query of a text that is known to be one. */
export function queryOf(text: string, tools: QueryTools = sampleTools): Query {
  const parsed = parseQuery(text, tools);
  if (parsed.kind === 'invalid') throw new Error(parsed.problem);
  return parsed.query;
}

/** The sentence with which a text is refused. */
export function problemOf(text: string): string {
  const parsed = parseQuery(text, sampleTools);
  if (parsed.kind === 'ok') throw new Error(`${text} was not refused.`);
  return parsed.problem;
}

export function subjectOf(
  text: string,
  about: {
    readonly title?: string;
    readonly tier?: Article['tier'];
    readonly lang?: string;
    readonly verdict?: Comparison['verdict'];
    readonly newFacts?: readonly string[];
    readonly conflicts?: readonly string[];
  } = {},
): MatchSubject {
  const {
    title = 'Notes',
    tier = 'wire',
    lang = 'en',
    verdict = 'update',
    newFacts = [],
    conflicts = [],
  } = about;
  return matchSubjectOf({
    relevance: null,
    article: { ...sampleArticle, title, tier, lang, text, sentences: [text] },
    comparison: {
      verdict,
      storyId: null,
      newFacts: newFacts.map((quote) => ({ quote, sentenceIndex: 0 })),
      conflicts: conflicts.map((quote) => ({ about: 'figure', quote, known: sampleCitation })),
      comparedWith: [],
      duplicateOf: null,
      ruleVersion: 'test',
    },
  });
}

const sampleArticle: Article = {
  id: 'a1',
  url: null,
  title: 'Notes',
  publisher: null,
  publishedAt: unknownMoment,
  lang: 'en',
  kind: 'report',
  tier: 'wire',
  sourceId: null,
  text: '',
  sentences: [],
};

const sampleCitation: Citation = {
  articleId: 'a0',
  url: null,
  title: 'Earlier notes',
  publisher: null,
  publishedAt: unknownMoment,
  quote: 'An earlier sentence.',
  isNote: false,
};

export function watchOf(id: string, query: string): Watch {
  return {
    id,
    name: id,
    query,
    channel: { platform: 'console', workspaceId: 'console', channelId: 'console' },
    ownerId: 'u1',
    mentions: [],
    cadence: 'realtime',
    threshold: 0,
    needsApproval: false,
    isCritical: false,
    createdAtMs: 0,
    reportedAtMs: null,
  };
}
