import type {
  ChangedStory,
  DigestDocument,
  SourceLink,
  StoryEntry,
} from '../../src/domain/message-document.ts';
import {
  citedAs,
  disagreement,
  leadSentences,
  numberCitations,
  readableTitle,
} from '../../src/domain/text/cite.ts';
import { wallClockText } from '../../src/domain/text/moment-text.ts';
import { verdictCounts } from '../../src/domain/text/verdict-words.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import { escapeDiscord, linked } from './escape.ts';
import { discordLayout } from './limits.ts';
import { type DiscordPayload, type Envelope, fewestMessages, lineTexts, plainFrame } from './messages.ts';
import { storyChoices } from './render-choices.ts';
import { headlineLine, section, sentenceLine, standing } from './story-lines.ts';
import { wordTexts } from './word-texts.ts';

/** What a story in a digest may hold, the roomiest first. */
const layouts = [
  { maxSentences: 2, maxSources: 3 },
  { maxSentences: 1, maxSources: 2 },
  { maxSentences: 1, maxSources: 1 },
] as const;

type Layout = (typeof layouts)[number];

/** The first story's headline is the headline of the day: a heading, where the others are lines. */
export function renderDigest(digest: DigestDocument, envelope: Envelope): readonly DiscordPayload[] {
  const words = wordsOf(envelope.language);
  const counts = digest.stories.length > 0 ? verdictCounts(digest.stories, words) : words.noNewStory;
  const opening = [
    `## ${words.digest} · ${wallClockText(digest.asOfMs, digest.zone, words)}`,
    `-# ${counts} · ${escapeDiscord(words.timesIn(digest.zone))}`,
  ].join('\n');
  const closing = [
    ...section(
      words.changedSince,
      (digest.changed ?? []).map((changed) => changedLine(changed, words)),
    ),
    ...alsoToldTexts(digest.alsoTold, words),
    ...lineTexts(digest.notes.flatMap((note) => wordTexts(note, '-# '))),
  ];
  const candidates = layouts.map((layout) => [
    opening,
    ...digest.stories.map((story, index) => storyText(story, index + 1, layout, words)),
    ...closing,
  ]);
  const frame = { ...plainFrame, placeholder: words.openStory, choices: storyChoices(digest.stories, words) };
  return fewestMessages(candidates, frame, envelope);
}

/** A story in short: as many sentences and sources as fit a text, and always its headline. */
function storyText(story: StoryEntry, rank: number, layout: Layout, words: Words): string {
  const headline = `${rank === 1 ? '### ' : ''}${headlineLine(story, rank, words)}`;
  for (let maxSentences: number = layout.maxSentences; maxSentences >= 0; maxSentences -= 1) {
    const text = [headline, ...briefLines(story, { ...layout, maxSentences }, words)].join('\n');
    if (text.length <= discordLayout.partChars) return text;
  }
  return headline;
}

function briefLines(
  story: StoryEntry,
  { maxSentences, maxSources }: Record<keyof Layout, number>,
  words: Words,
): readonly string[] {
  const lead = numberCitations(standing(leadSentences(story)).slice(0, maxSentences));
  const cited = new Set(lead.sources.map((source) => source.articleId));
  const sources = [...lead.sources, ...story.sources.filter((source) => !cited.has(source.articleId))];
  const named = sources.slice(0, maxSources).map((source, index) => {
    const mark = index < lead.sources.length ? `[${index + 1}] ` : '';
    return `${mark}${linked(citedAs(source, words), source.url)}`;
  });
  const unnamed = sources.length - named.length;
  const doubt = disagreement(story, words) ?? '';
  const more = unnamed > 0 && named.length > 0 ? [words.more(unnamed)] : [];
  return [
    lead.sentences.map((sentence) => sentenceLine(sentence)).join(' '),
    doubt && `*${escapeDiscord(doubt)}*`,
    named.length > 0 ? `-# ${[...named, ...more].join(' · ')}` : '',
  ].filter((line) => line !== '');
}

/** A story that moved since the last digest: its headline leads to where it was told, and the first of its news. */
function changedLine({ headline, news, permalink }: ChangedStory, words: Words): string {
  const title = linked(readableTitle(headline, discordLayout.headlineChars, words), permalink);
  const [sentence] = standing(news ? [news] : []);
  const [source] = sentence?.citations ?? [];
  const cited = source ? ` \\(${linked(citedAs(source, words), source.url)}\\)` : '';
  const line = sentence ? `- **${title}** ${escapeDiscord(sentence.text)}${cited}` : '';
  return line !== '' && line.length <= discordLayout.partChars ? line : `- **${title}**`;
}

/** Stories under the cap, one after the other in one line. */
function alsoToldTexts(links: readonly SourceLink[], words: Words): readonly string[] {
  const texts: string[] = [];
  for (const link of links) {
    const item = linked(readableTitle(link.title, discordLayout.titleChars, words), link.url);
    const joined = `${texts.at(-1) ?? ''} · ${item}`;
    if (texts.length > 0 && joined.length <= discordLayout.partChars / 2) texts[texts.length - 1] = joined;
    else texts.push(`${texts.length === 0 ? `**${words.also}**` : '…'} ${item}`);
  }
  return texts;
}
