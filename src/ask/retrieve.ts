import type { Article } from '../domain/article.ts';
import { indexTokens, isMark, isQuantity } from '../domain/index-tokens.ts';
import { canAnswer, type QuestionType, questionTypeOf } from '../domain/text/question-type.ts';
import { contentTokens } from '../domain/text/tokens.ts';
import type { TopicLexicon } from '../domain/topic-lexicon.ts';
import type { SentenceHit, SentenceIndex, SentenceSearch } from '../ports/sentence-index.ts';
import { entitiesOf, namesIn } from './names-in.ts';
import { tellingTokens } from './telling-tokens.ts';

/** What a question asks about, as tokens with the weight each has in what is known. */
export interface Query {
  readonly question: string;
  readonly type: QuestionType;
  /** Weight by rarity; a token that stands nowhere weighs most. */
  readonly weights: ReadonlyMap<string, number>;
  /** Words that name an entity, with its mark: a report in another script names it in other words. */
  readonly marksOfWords: ReadonlyMap<string, string>;
  /** Each name, year and figure of the question, with the tokens of which any stands for it. */
  readonly required: readonly (readonly string[])[];
}

/** A sentence that may answer, with how much of the question it and its surroundings hold (0 to 1). */
export interface Passage {
  readonly hit: SentenceHit;
  /** In the sentence itself. */
  readonly ownShare: number;
  /** In the sentence, its neighbors, and its article's title, publisher and date. */
  readonly contextShare: number;
  /** In the whole article: questions often say which report they mean. */
  readonly articleShare: number;
  readonly score: number;
  readonly own: ReadonlySet<string>;
}

export interface Retrieved {
  readonly query: Query;
  /** Best first. */
  readonly passages: readonly Passage[];
}

const mostHits = 150;
/** What a sentence that lacks the kind of thing asked for keeps of its score. */
const wrongTypeFactor = 0.75;

/** Finds the sentences that hold most of a question, in all that is known. */
export async function retrieve(
  question: string,
  index: SentenceIndex,
  lexicon: TopicLexicon,
): Promise<Retrieved> {
  const tokens = tellingTokens(question, lexicon);
  const search = await index.search({ tokens, limit: mostHits });
  const query = queryOf(question, tokens, search, lexicon);
  const articles = new Map(search.hits.map(({ article }) => [article.id, article]));
  const shares = new Map(
    [...articles].map(([id, article]) => [id, shareOf(query, tokensOf(article, lexicon))]),
  );
  const passages = search.hits.map((hit) => passageOf(hit, query, lexicon, shares.get(hit.article.id) ?? 0));
  passages.sort((a, b) => b.score - a.score || b.hit.rank - a.hit.rank);
  return { query, passages };
}

function queryOf(
  question: string,
  tokens: readonly string[],
  { sentenceCount, sentenceFrequency }: SentenceSearch,
  lexicon: TopicLexicon,
): Query {
  const weigh = (token: string) => {
    const rarity = Math.log(1 + (sentenceCount + 1) / ((sentenceFrequency[token] ?? 0) + 0.5));
    // An entity stands beside the word that names it; together they count little more than once.
    return isMark(token) ? rarity * 0.6 : rarity;
  };
  const marks = marksOfWords(question, tokens, lexicon);
  return {
    question,
    type: questionTypeOf(question),
    weights: new Map(tokens.map((token) => [token, weigh(token)])),
    marksOfWords: marks,
    required: [...requiredTokens(question, tokens, lexicon), ...requiredHanNames(question, lexicon)].map(
      (alternatives) => [...new Set(alternatives.flatMap((token) => [token, marks.get(token) ?? token]))],
    ),
  };
}

function marksOfWords(question: string, tokens: readonly string[], lexicon: TopicLexicon) {
  const named = new Set(lexicon.entitiesIn(question));
  const marks = new Map<string, string>();
  for (const { id, aliases } of lexicon.topic.entities) {
    if (!named.has(id)) continue;
    const words = new Set(aliases.flatMap(contentTokens));
    for (const token of tokens) if (words.has(token)) marks.set(token, `@${id}`);
  }
  return marks;
}

/** A name may stand in an article under another alias: its entity's mark does as well. */
function requiredTokens(question: string, tokens: readonly string[], lexicon: TopicLexicon): string[][] {
  const known = new Set(tokens);
  const required = namesIn(question).map((name) =>
    indexTokens(name, lexicon).filter((token) => known.has(token) || token.startsWith('@')),
  );
  const figures = tokens.filter(
    (token) => /^(?:19|20)\d{2}$/.test(token) || (isQuantity(token) && /\d/.test(question)),
  );
  return [...required, ...figures.map((token) => [token])].filter((alternatives) => alternatives.length > 0);
}

/** Han names show no capital; those that the topic knows are told by it. */
function requiredHanNames(question: string, lexicon: TopicLexicon): string[][] {
  const han = question.match(/\p{Script=Han}+/gu) ?? [];
  return entitiesOf(han.join(' '), lexicon).map(({ id }) => [`@${id}`]);
}

function passageOf(hit: SentenceHit, query: Query, lexicon: TopicLexicon, articleShare: number): Passage {
  const { article, sentenceIndex } = hit;
  const sentence = article.sentences[sentenceIndex] ?? '';
  const own = new Set(indexTokens(sentence, lexicon));
  const near = [article.sentences[sentenceIndex - 1], article.sentences[sentenceIndex + 1], headOf(article)];
  const context = new Set([...own, ...near.flatMap((text) => (text ? indexTokens(text, lexicon) : []))]);
  const ownShare = shareOf(query, own);
  const contextShare = shareOf(query, context);
  const typeFactor = canAnswer(sentence, query.type) ? 1 : wrongTypeFactor;
  const share = 0.5 * ownShare + 0.3 * contextShare + 0.2 * articleShare;
  return { hit, own, ownShare, contextShare, articleShare, score: typeFactor * share };
}

export function tokensOf(article: Article, lexicon: TopicLexicon): ReadonlySet<string> {
  return new Set([headOf(article), ...article.sentences].flatMap((text) => indexTokens(text, lexicon)));
}

/** What is known of an article before one reads it: its title, who published it, and when. */
function headOf({ title, publisher, publishedAt }: Article): string {
  const { epochMs, precision } = publishedAt;
  const isDated = epochMs !== null && precision !== 'year';
  const month = isDated ? new Date(epochMs).toLocaleString('en', { month: 'long', timeZone: 'UTC' }) : '';
  const year = epochMs === null ? '' : String(new Date(epochMs).getUTCFullYear());
  return `${title}. ${publisher ?? ''}. ${month} ${year}`;
}

/** The share of a question's weight that stands in a set of tokens. */
function shareOf(query: Query, found: ReadonlySet<string>): number {
  let total = 0;
  let held = 0;
  for (const [token, weight] of query.weights) {
    total += weight;
    const mark = query.marksOfWords.get(token);
    if (found.has(token) || (mark && found.has(mark))) held += weight;
  }
  return held / (total || 1);
}
