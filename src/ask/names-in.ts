import type { TopicEntity } from '../domain/topic.ts';
import type { TopicLexicon } from '../domain/topic-lexicon.ts';

/** Capitalized words that are not the first of a sentence; Han text shows no capital. */
const capitalized = /(?<=\p{L}[\p{L}'’.,-]*\s)["“]?(?<name>\p{Lu}[\p{L}\p{N}.-]*)/gu;
/** A month is no name: an article of April that speaks of "last month" answers a question about March. */
const isMonth =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** The names of a question as they are written in it, month names aside. */
export function namesIn(question: string): readonly string[] {
  return [...question.matchAll(capitalized)]
    .map((match) => match.groups?.['name'] ?? '')
    .filter((name) => !isMonth.test(name));
}

/** The parties, lists and places that a question names and the topic knows. A concept names nobody. */
export function entitiesOf(question: string, lexicon: TopicLexicon): readonly TopicEntity[] {
  const named = new Set(lexicon.entitiesIn(question));
  return lexicon.topic.entities.filter(({ id, kind }) => named.has(id) && kind !== 'concept');
}

/** A text without any of an entity's names. */
export function withoutNames(text: string, { aliases }: TopicEntity): string {
  const longestFirst = aliases.toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, alias) => rest.replaceAll(patternOf(alias), ' '), text);
}

/** A Latin name stands between other letters than its own; Han has no such border. */
function patternOf(alias: string): RegExp {
  const escaped = alias.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  const isHan = /\p{Script=Han}/u.test(alias);
  return new RegExp(
    isHan ? escaped : String.raw`(?<![\p{L}\p{N}])${escaped}(?:['’]s)?(?![\p{L}\p{N}])`,
    'giu',
  );
}
