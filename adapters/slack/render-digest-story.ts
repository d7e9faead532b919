import type { StoryEntry } from '../../src/domain/message-document.ts';
import { citedAs, disagreement, leadSentences, numberCitations } from '../../src/domain/text/cite.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { slackLayout } from './limits.ts';
import {
  fitsBlock,
  linked,
  literal,
  ours,
  type RichElement,
  type RichTextBlock,
  richText,
} from './rich-text.ts';
import { headlineLine, sentenceLine, standing } from './story-lines.ts';

interface StoryPlace {
  /** From 1. */
  readonly rank: number;
  readonly maxSentences: number;
  readonly words: Words;
}

/** A story of a digest in short: as many sentences and sources as fit a block, and always its headline. */
export function digestStoryBlock(story: StoryEntry, place: StoryPlace): RichTextBlock {
  const { rank, maxSentences, words } = place;
  const headline = headlineLine(story, rank, story.sources[0]?.url ?? null, words);
  for (let sentences = maxSentences; sentences >= 0; sentences -= 1) {
    for (let sources = slackLayout.digestSources; sources >= 0; sources -= 1) {
      const elements = [...headline, ...briefElements(story, sentences, sources, words)];
      if (fitsBlock(elements)) return richText(elements);
    }
  }
  return richText(headline);
}

function briefElements(
  story: StoryEntry,
  maxSentences: number,
  maxSources: number,
  words: Words,
): readonly RichElement[] {
  const lead = numberCitations(standing(leadSentences(story)).slice(0, maxSentences));
  const cited = new Set(lead.sources.map((source) => source.articleId));
  const sources = [...lead.sources, ...story.sources.filter((source) => !cited.has(source.articleId))];
  const named = sources
    .slice(0, maxSources)
    .flatMap((source, index) => [
      ...ours(index === 0 ? '\n' : ' · '),
      ...(index < lead.sources.length ? ours(`[${index + 1}] `) : []),
      ...linked(citedAs(source, words), source.url),
    ]);
  const unnamed = sources.length - maxSources;
  const doubt = disagreement(story, words);
  return [
    ...lead.sentences.flatMap((sentence, index) => [
      ...ours(index === 0 ? '\n' : ' '),
      ...sentenceLine(sentence),
    ]),
    ...(doubt ? [...ours('\n'), ...literal(doubt, { italic: true })] : []),
    ...named,
    ...(maxSources > 0 && unnamed > 0 ? ours(` · ${words.more(unnamed)}`) : []),
  ];
}
