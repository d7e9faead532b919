import type { DigestDocument, SourceLink, StoryEntry } from '../../src/domain/message-document.ts';
import {
  citedAs,
  disagreement,
  leadSentences,
  numberCitations,
  readableTitle,
} from '../../src/domain/text/cite.ts';
import { wallClockText } from '../../src/domain/text/moment-text.ts';
import { verdictCounts } from '../../src/domain/text/verdict-words.ts';
import { slackLayout } from './limits.ts';
import {
  contexts,
  type Envelope,
  fewestMessages,
  header,
  type SlackBlock,
  type SlackPayload,
} from './messages.ts';
import { fitsBlock, linked, literal, ours, type RichElement, richText } from './rich-text.ts';
import { headlineLine, sentenceLine, standing } from './story-lines.ts';

export function renderDigest(digest: DigestDocument, envelope: Envelope): readonly SlackPayload[] {
  const title = `Wirewatch digest · ${wallClockText(digest.asOfMs, digest.zone)}`;
  const counts = digest.stories.length > 0 ? verdictCounts(digest.stories) : 'no new story';
  const opening = [header(title), ...contexts([`${counts} · times in ${digest.zone}`])];
  const closing = [...alsoToldBlocks(digest.alsoTold), ...contexts(digest.notes)].map((block) => [block]);
  const headlines = digest.stories.map((story) => readableTitle(story.headline, slackLayout.headlineChars));
  const notification = [`${title}: ${counts}`, ...headlines].join('; ');
  const candidates = [slackLayout.digestSentences, 1].map((maxSentences) => {
    const stories = digest.stories.map((story, index) => [storyBlock(story, index + 1, maxSentences)]);
    return [opening, ...stories, ...closing];
  });
  return fewestMessages(candidates, notification, envelope);
}

/** A story in short: as many sentences and sources as fit a block, and always its headline. */
function storyBlock(story: StoryEntry, rank: number, maxSentences: number): SlackBlock {
  const headline = headlineLine(story, rank, story.sources[0]?.url ?? null);
  for (let sentences = maxSentences; sentences >= 0; sentences -= 1) {
    for (let sources = slackLayout.digestSources; sources >= 0; sources -= 1) {
      const elements = [...headline, ...briefElements(story, sentences, sources)];
      if (fitsBlock(elements)) return richText(elements);
    }
  }
  return richText(headline);
}

function briefElements(story: StoryEntry, maxSentences: number, maxSources: number): readonly RichElement[] {
  const lead = numberCitations(standing(leadSentences(story)).slice(0, maxSentences));
  const cited = new Set(lead.sources.map((source) => source.articleId));
  const sources = [...lead.sources, ...story.sources.filter((source) => !cited.has(source.articleId))];
  const named = sources
    .slice(0, maxSources)
    .flatMap((source, index) => [
      ...ours(index === 0 ? '\n' : ' · '),
      ...(index < lead.sources.length ? ours(`[${index + 1}] `) : []),
      ...linked(citedAs(source), source.url),
    ]);
  const unnamed = sources.length - maxSources;
  const doubt = disagreement(story);
  return [
    ...lead.sentences.flatMap((sentence, index) => [
      ...ours(index === 0 ? '\n' : ' '),
      ...sentenceLine(sentence),
    ]),
    ...(doubt ? [...ours('\n'), ...literal(doubt, { italic: true })] : []),
    ...named,
    ...(maxSources > 0 && unnamed > 0 ? ours(` · ${unnamed} more`) : []),
  ];
}

/** Stories under the cap, one after the other in one line. */
function alsoToldBlocks(links: readonly SourceLink[]): readonly SlackBlock[] {
  const blocks: RichElement[][] = [];
  for (const link of links) {
    const item = linked(readableTitle(link.title, slackLayout.titleChars), link.url);
    const joined = [...(blocks.at(-1) ?? []), ...ours(' · '), ...item];
    if (blocks.length > 0 && fitsBlock(joined)) blocks[blocks.length - 1] = joined;
    else blocks.push([...ours(blocks.length === 0 ? 'Also: ' : '… '), ...item]);
  }
  return blocks.map(richText);
}
