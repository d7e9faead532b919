import type { CitedSentence } from '../citation.ts';
import type { AlertStory } from '../message-document.ts';
import { leadSentences, readableLine } from './cite.ts';
import { matchedParts } from './matched-parts.ts';

/**
 * What an alert says of a story whose matched words are readable lines: its lead, and what else in it holds a matched word. Where only `max` have room, those
 * with a matched word stay before the others. They keep the story's order.
 */
export function alertSentences(
  { story, matched }: Pick<AlertStory, 'story' | 'matched'>,
  max: number,
): readonly CitedSentence[] {
  const holdsMatch = ({ text }: CitedSentence): boolean =>
    matchedParts(readableLine(text), matched).some(({ isMatched }) => isMatched);
  const lead = leadSentences(story);
  const leadTexts = new Set(lead.map(({ text }) => text));
  const further = story.summary.filter((sentence) => !leadTexts.has(sentence.text) && holdsMatch(sentence));
  const sentences = [...lead, ...further];
  if (sentences.length <= max) return sentences;
  const others = sentences.filter((sentence) => !holdsMatch(sentence));
  const chosen = new Set([...sentences.filter(holdsMatch), ...others].slice(0, max));
  return sentences.filter((sentence) => chosen.has(sentence));
}
