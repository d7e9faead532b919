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
import { escapeDiscord, linked } from './escape.ts';
import { discordLayout } from './limits.ts';
import { type DiscordPayload, type Envelope, fewestMessages, lineTexts } from './messages.ts';
import { headlineLine, sentenceLine, standing } from './story-lines.ts';
import { wordTexts } from './word-texts.ts';

/** What a story in a digest may hold, the roomiest first. */
const layouts = [
  { maxSentences: 2, maxSources: 3 },
  { maxSentences: 1, maxSources: 2 },
  { maxSentences: 1, maxSources: 1 },
] as const;

type Layout = (typeof layouts)[number];

export function renderDigest(digest: DigestDocument, envelope: Envelope): readonly DiscordPayload[] {
  const counts = digest.stories.length > 0 ? verdictCounts(digest.stories) : 'no new story';
  const opening = [
    `## Wirewatch digest · ${wallClockText(digest.asOfMs, digest.zone)}`,
    `-# ${counts} · times in ${escapeDiscord(digest.zone)}`,
  ].join('\n');
  const closing = [
    ...alsoToldTexts(digest.alsoTold),
    ...lineTexts(digest.notes.flatMap((note) => wordTexts(note, '-# '))),
  ];
  const candidates = layouts.map((layout) => [
    opening,
    ...digest.stories.map((story, index) => storyText(story, index + 1, layout)),
    ...closing,
  ]);
  return fewestMessages(candidates, { ...envelope, accentColor: null, readAt: null });
}

/** A story in short: as many sentences and sources as fit a text, and always its headline. */
function storyText(story: StoryEntry, rank: number, { maxSentences, maxSources }: Layout): string {
  const headline = headlineLine(story, rank);
  for (let sentences: number = maxSentences; sentences >= 0; sentences -= 1) {
    const text = [headline, ...briefLines(story, sentences, maxSources)].join('\n');
    if (text.length <= discordLayout.partChars) return text;
  }
  return headline;
}

function briefLines(story: StoryEntry, maxSentences: number, maxSources: number): readonly string[] {
  const lead = numberCitations(standing(leadSentences(story)).slice(0, maxSentences));
  const cited = new Set(lead.sources.map((source) => source.articleId));
  const sources = [...lead.sources, ...story.sources.filter((source) => !cited.has(source.articleId))];
  const named = sources.slice(0, maxSources).map((source, index) => {
    const mark = index < lead.sources.length ? `[${index + 1}] ` : '';
    return `${mark}${linked(citedAs(source), source.url)}`;
  });
  const unnamed = sources.length - named.length;
  const doubt = disagreement(story) ?? '';
  const more = unnamed > 0 && named.length > 0 ? [`${unnamed} more`] : [];
  return [
    lead.sentences.map((sentence) => sentenceLine(sentence)).join(' '),
    doubt && `*${escapeDiscord(doubt)}*`,
    named.length > 0 ? `-# ${[...named, ...more].join(' · ')}` : '',
  ].filter((line) => line !== '');
}

/** Stories under the cap, one after the other in one line. */
function alsoToldTexts(links: readonly SourceLink[]): readonly string[] {
  const texts: string[] = [];
  for (const link of links) {
    const item = linked(readableTitle(link.title, discordLayout.titleChars), link.url);
    const joined = `${texts.at(-1) ?? ''} · ${item}`;
    if (texts.length > 0 && joined.length <= discordLayout.partChars / 2) texts[texts.length - 1] = joined;
    else texts.push(`${texts.length === 0 ? '**Also:**' : '…'} ${item}`);
  }
  return texts;
}
