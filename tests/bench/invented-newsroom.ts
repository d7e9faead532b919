import type { Article } from '../../src/domain/article.ts';
import { unknownMoment } from '../../src/domain/moment.ts';
import { sampleTopic } from '../fakes/sample-topic.ts';

/** Articles and queries made of invented words, the same for the same seed. */
export interface InventedNewsroom {
  article(): Article;
  query(): string;
}

type Random = () => number;

const articleVocabulary = 20_000;
/** Half of the words that people watch for stand in no article of the day. */
const watchedVocabulary = 40_000;
const wordsPerArticle = 450;
const hanPerArticle = 40;
const entityIds = sampleTopic.entities.map(({ id }) => id);
const entityNames = sampleTopic.entities.flatMap(({ aliases }) => aliases);
const syllables = 'ba ce dor fi gul ha jem ko lan mir no pel qua ris sto tu vek wan xi zor'.split(' ');
const hanCharacters = Array.from({ length: 800 }, (_, i) => String.fromCodePoint(0x5000 + i));

export function inventNewsroom(seed: number): InventedNewsroom {
  const random = seededNumbers(seed);
  const rankOf = zipfRanks(watchedVocabulary);
  const draw = <T>(from: readonly T[], otherwise: T): T =>
    from[Math.floor(random() * from.length)] ?? otherwise;
  const han = (length: number) => Array.from({ length }, () => draw(hanCharacters, '')).join('');
  const cite = () => `${700 + Math.floor(random() * 80)}.${1 + Math.floor(random() * 30)}`;
  const written = () => wordOf(rankOf(random()) % articleVocabulary);
  /** People watch for telling words: the hundred most frequent ones are left out. */
  const watched = () => wordOf(100 + Math.floor(random() * (watchedVocabulary - 100)));

  function article(): Article {
    const words = Array.from({ length: wordsPerArticle }, written);
    const sprinkled = [draw(entityNames, ''), draw(entityNames, ''), `15 CFR ${cite()}`, han(hanPerArticle)];
    const title = words.slice(0, 10).join(' ');
    return { ...emptyArticle, title, text: `${sprinkled.join(' ')} ${words.join(' ')}.` };
  }

  const kinds: readonly (() => string)[] = [
    () => watched(),
    () => `${watched()} ${watched()}`,
    () => `${watched()} (${watched()} OR ${watched()}) -${watched()}`,
    () => `"${watched()} ${watched()}"`,
    () => `"${watched()} ${wordOf(Math.floor(random() * 100))}"`,
    () => `entity:${draw(entityIds, 'zte')} ${watched()}`,
    () => `Huawei AND ${watched()}`,
    () => `(${watched()} OR ${watched()}) lang:en`,
    () => `cite:"15 CFR ${cite()}" ${watched()}`,
    () => String.raw`/\b${watched()}\b \w+/`,
    () => han(4),
    () => `${han(2)} ${han(2)}`,
    () => `about:"${Array.from({ length: 6 }, watched).join(' ')}"`,
  ];

  return { article, query: () => draw(kinds, watched)() };
}

const emptyArticle: Article = {
  id: 'invented',
  url: null,
  title: '',
  publisher: null,
  publishedAt: unknownMoment,
  lang: 'en',
  kind: 'report',
  tier: 'wire',
  sourceId: null,
  text: '',
  sentences: [],
};

/** Three syllables and one for every further 8,000 words: each number is a word of its own. */
function wordOf(rank: number): string {
  let word = '';
  let rest = rank + syllables.length ** 2;
  while (rest > 0) {
    word += syllables[rest % syllables.length] ?? '';
    rest = Math.floor(rest / syllables.length);
  }
  return word;
}

/** Rank of a word for a number from 0 to 1, such that the word of rank n is written 1/n times as often as the first. */
function zipfRanks(count: number): (share: number) => number {
  const harmonic = Math.log(count);
  return (share) => Math.min(count - 1, Math.floor(Math.exp(share * harmonic)) - 1);
}

/** Numbers from 0 to 1 by the linear congruence of Numerical Recipes. */
function seededNumbers(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
