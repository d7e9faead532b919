import type { Article } from '../../domain/article.ts';
import type { Conflict } from '../../domain/comparison.ts';
import { citationOf } from '../../domain/grounding/cite.ts';
import { indexTokens, isMark, isQuantity } from '../../domain/index-tokens.ts';
import type { TokenStatistics } from '../../domain/known.ts';
import { type Quantity, quantitiesIn } from '../../domain/text/quantities.ts';
import { contentTokens } from '../../domain/text/tokens.ts';
import { namedDays } from '../../domain/text/weekdays.ts';
import type { TopicLexicon } from '../../domain/topic-lexicon.ts';
import { tokenWeight } from './story-similarity.ts';

/**
 * Two numbers can only contradict when they count the same thing of the same thing: equal units, and beside them
 * words that agree. `contextCharacters` on each side of a number are compared.
 */
const contextCharacters = 50;
const sharedContext = 0.42;
const minSharedWords = 2;
/** Figures nearer than this are one figure rounded or converted at another rate. */
const roundingShare = 0.03;
/** Whole numbers below this are counts, and counts are exact unless the text says otherwise. */
const wholeCountsBelow = 10_000;
/** And "about 2 billion" is not contradicted by 2.3 billion. */
const roughShare = 0.2;
/** Weekdays are named in passing, so that the whole sentences must agree. */
const sharedSentence = 0.5;

const unspaced = /\p{Script=Han}/u;
/** Words that belong to the number itself and say nothing of what is counted. */
const numberWords = new Set(
  contentTokens(
    `one two three four five six seven eight nine ten eleven twelve twenty hundred thousand million billion trillion
dollar dollars pound pounds euro euros yuan 美元 英镑 欧元 人民币`,
  ),
);

/** A number or a day where a sentence states it, with the words around it. */
interface Claim {
  readonly about: Conflict['about'];
  readonly unit: string;
  readonly value: number;
  readonly upTo: number;
  readonly isRough: boolean;
  readonly context: ReadonlySet<string>;
  readonly sentence: string;
}

/**
 * Every statement of the article that cannot hold beside one of the known articles, the first found for each.
 * A publisher does not contradict itself: its later figure is an update.
 */
export function findConflicts(
  article: Article,
  known: readonly Article[],
  lexicon: TopicLexicon,
  statistics: TokenStatistics,
): Conflict[] {
  const claims = claimsOf(article, lexicon);
  const conflicts: Conflict[] = [];
  for (const other of known) {
    if (article.publisher !== null && article.publisher === other.publisher) continue;
    const otherClaims = claimsOf(other, lexicon);
    for (const claim of claims) {
      if (conflicts.some((conflict) => conflict.quote === claim.sentence)) continue;
      const against = conflictingClaim(claim, claims, otherClaims, statistics);
      if (!against) continue;
      conflicts.push({
        about: claim.about,
        quote: claim.sentence,
        known: citationOf({ article: other, text: against.sentence }),
      });
    }
  }
  return conflicts;
}

/**
 * The known claim on the same matter, when it differs. A figure that stands anywhere in the other article settles the
 * matter, whatever words stand beside it: then the two speak of different things, and not against each other.
 */
function conflictingClaim(
  claim: Claim,
  own: readonly Claim[],
  known: readonly Claim[],
  statistics: TokenStatistics,
): Claim | null {
  if (known.some((other) => states(other, claim))) return null;
  const against = known.find((other) => other.unit === claim.unit && isSameMatter(claim, other, statistics));
  return against && !agrees(claim, against) && !own.some((other) => states(other, against)) ? against : null;
}

/** Small counts stand everywhere and settle nothing unless they count the same thing. */
function states(claim: Claim, other: Claim): boolean {
  const isTelling = other.value > 12 || claim.unit === other.unit;
  return claim.about === other.about && isTelling && claim.value === other.value && claim.upTo === other.upTo;
}

function agrees(a: Claim, b: Claim): boolean {
  const tolerance = toleranceOf(a, b);
  const near = (x: number, y: number) => Math.abs(x - y) <= tolerance * Math.max(Math.abs(x), Math.abs(y));
  if (a.about === 'weekday') return a.value === b.value;
  return near(a.value, b.value) && near(a.upTo, b.upTo);
}

/** People are counted one by one: 136 entities are not 140. Sums and shares are rounded. */
function toleranceOf(a: Claim, b: Claim): number {
  if (a.isRough || b.isRough) return roughShare;
  const isCount = (claim: Claim) => Number.isInteger(claim.value) && claim.value < wholeCountsBelow;
  return isCount(a) && isCount(b) ? 0 : roundingShare;
}

function isSameMatter(a: Claim, b: Claim, statistics: TokenStatistics): boolean {
  const shared = [...a.context].filter((token) => b.context.has(token));
  if (shared.filter((token) => !isMark(token)).length < minSharedWords) return false;
  const weigh = (tokens: Iterable<string>) => {
    let sum = 0;
    for (const token of tokens) sum += tokenWeight(token, statistics);
    return sum;
  };
  const share = weigh(shared) / (Math.min(weigh(a.context), weigh(b.context)) || 1);
  return share >= (a.about === 'weekday' ? sharedSentence : sharedContext);
}

function claimsOf(article: Article, lexicon: TopicLexicon): Claim[] {
  return article.sentences.flatMap((sentence) => [
    ...quantitiesIn(sentence).flatMap((quantity) => figureClaim(sentence, quantity, lexicon)),
    ...weekdayClaims(sentence, article, lexicon),
  ]);
}

/** A bare number may count anything; without a unit nothing says that two of them count the same. */
function figureClaim(
  sentence: string,
  { value, upTo, unit, isRough, start }: Quantity,
  lexicon: TopicLexicon,
): Claim[] {
  if (!unit) return [];
  const context = new Set(
    indexTokens(wordsAround(sentence, start), lexicon).filter((token) => !isNumber(token)),
  );
  for (const token of contentTokens(unit)) context.delete(token);
  return [{ about: 'figure', unit, value, upTo, isRough, context, sentence }];
}

/** Whole words only: the half of a word at the edge would be a word of its own. */
function wordsAround(sentence: string, at: number): string {
  const before = sentence.slice(Math.max(0, at - contextCharacters), at);
  const after = sentence.slice(at, at + contextCharacters);
  const isCutBefore = at > contextCharacters && !unspaced.test(before.charAt(0));
  const isCutAfter =
    at + contextCharacters < sentence.length && !unspaced.test(after.charAt(after.length - 1));
  return (
    (isCutBefore ? before.replace(/^\S*/, '') : before) + (isCutAfter ? after.replace(/\S*$/, '') : after)
  );
}

function isNumber(token: string): boolean {
  return isQuantity(token) || /^[\d.]+$/.test(token) || numberWords.has(token);
}

function weekdayClaims(sentence: string, article: Article, lexicon: TopicLexicon): Claim[] {
  const days = namedDays(sentence, article.publishedAt);
  const day = days[0];
  if (days.length !== 1 || !day || day.dayMs === null) return [];
  const context = new Set(indexTokens(sentence, lexicon).filter((token) => !/day$/.test(token)));
  return [
    { about: 'weekday', unit: 'day', value: day.dayMs, upTo: day.dayMs, isRough: false, context, sentence },
  ];
}
