import type { Citation, CitedSentence } from '../citation.ts';
import type { SourceLink, StoryEntry } from '../message-document.ts';
import type { Words } from '../words/words.ts';
import { dayText } from './moment-text.ts';
import { plainTitle, singleLine } from './plain-text.ts';

/** A sentence with the numbers of the sources it rests on, ascending. */
export interface NumberedSentence {
  readonly text: string;
  readonly numbers: readonly number[];
}

/** Numbers sources from 1 in the order in which they are first cited; one article has one number. */
export function numberCitations(sentences: readonly CitedSentence[]): {
  readonly sentences: readonly NumberedSentence[];
  readonly sources: readonly Citation[];
} {
  const sources = new Map<string, { number: number; citation: Citation }>();
  for (const citation of sentences.flatMap((sentence) => sentence.citations)) {
    if (sources.has(citation.articleId)) continue;
    sources.set(citation.articleId, { number: sources.size + 1, citation });
  }
  return {
    sentences: sentences.map(({ text, citations }) => {
      const numbers = citations.map((citation) => sources.get(citation.articleId)?.number ?? 0);
      return { text, numbers: [...new Set(numbers)].sort((a, b) => a - b) };
    }),
    sources: [...sources.values()].map(({ citation }) => citation),
  };
}

/** A story with one numbering over all it says. `sources[0]` has number 1; those that nothing cites come last. */
export interface NumberedStory {
  readonly summary: readonly NumberedSentence[];
  readonly whatIsNew: readonly NumberedSentence[];
  readonly sources: readonly (Citation | SourceLink)[];
}

export function numberStory(story: StoryEntry): NumberedStory {
  const { sentences, sources } = numberSaid(story, [...story.summary, ...story.whatIsNew]);
  return {
    summary: sentences.slice(0, story.summary.length),
    whatIsNew: sentences.slice(story.summary.length),
    sources,
  };
}

/** Sentences about a story, numbered, with all of its sources; those that none of the sentences cites come last. */
export function numberSaid(
  story: StoryEntry,
  said: readonly CitedSentence[],
): {
  readonly sentences: readonly NumberedSentence[];
  readonly sources: readonly (Citation | SourceLink)[];
} {
  const { sentences, sources } = numberCitations(said);
  const linkOf = new Map(story.sources.map((link) => [link.articleId, link]));
  const cited = new Set(sources.map((source) => source.articleId));
  const uncited = [...linkOf.values()].filter((link) => !cited.has(link.articleId));
  // The story's own link is preferred: it knows the tier, which a citation does not.
  return {
    sentences,
    sources: [...sources.map((source) => linkOf.get(source.articleId) ?? source), ...uncited],
  };
}

/** What a digest says of a story: the facts not told before where there are some, else its summary. */
export function leadSentences(story: StoryEntry): readonly CitedSentence[] {
  return story.whatIsNew.length > 0 ? story.whatIsNew : story.summary;
}

/** In short for a digest: which two sources disagree, `null` when there are none. */
export function disagreement(story: StoryEntry, words: Words): string | null {
  const [conflict] = story.conflicts;
  if (!conflict) return null;
  return words.disagreesWith(citedAs(conflict.claim, words), citedAs(conflict.against, words));
}

/** What a document is cited as: `PUBLISHER, DATE`, and a shipped note as `note on PUBLISHER, DATE`. */
export function citedAs(
  source: Pick<Citation, 'publisher' | 'publishedAt' | 'isNote'>,
  words: Words,
): string {
  const name = plainTitle(source.publisher ?? '').toWellFormed();
  const publisher = shortened(name, 80) || words.unnamedPublisher;
  const cited = source.isNote ? words.noteOn(publisher) : publisher;
  return words.citedOn(cited, dayText(source.publishedAt, words));
}

/**
 * An address in running text: from its scheme up to white space, a Han character or closing punctuation. What
 * stays of `https://a.example.` is the full stop.
 */
export const address =
  /(?:(?:https?|ftp|file):\/\/\p{Script=Han}*|\b(?:javascript|vbscript):(?=\S)|\bdata:\w+\/)(?:[^\s\p{Script=Han}<>，。；：！？）】」』]*[^\s\p{Script=Han}<>，。；：！？）】」』.,;:!?)\]}"'”’])?/giu;

/**
 * Text from outside as one line that is safe to read but not yet escaped for a platform. An address in it shows
 * as `[link]`: platforms make links of bare addresses by themselves, and a reader could not tell whose link
 * that is. Links that are meant are made in code, from the address of a document.
 */
export function readableLine(text: string): string {
  return singleLine(text).toWellFormed().replace(address, '[link]');
}

/** A headline or a title from outside, in the same way and without markup; never empty. */
export function readableTitle(title: string, maxChars: number, words: Words): string {
  return shortened(plainTitle(title).toWellFormed().replace(address, '[link]'), maxChars) || words.untitled;
}

/** Cuts at a word boundary and says so with `…`. For headlines and names: a sentence is never cut. */
export function shortened(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const room = text.slice(0, maxChars - 1);
  const boundary = room.lastIndexOf(' ');
  // Han text has no spaces; the cut then falls between two characters, never inside one.
  const cut = boundary > maxChars / 2 ? room.slice(0, boundary) : room.replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/[\s,;:–-]+$/, '')}…`;
}
