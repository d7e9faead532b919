import type { AlertDocument, AlertStory } from '../../src/domain/message-document.ts';
import { alertSentences } from '../../src/domain/text/alert-sentences.ts';
import { disagreement, numberSaid, readableLine, readableTitle } from '../../src/domain/text/cite.ts';
import { storyMomentText } from '../../src/domain/text/moment-text.ts';
import { escapeDiscord } from './escape.ts';
import { discordLayout } from './limits.ts';
import { type DiscordPayload, type Envelope, fewestMessages, lineTexts } from './messages.ts';
import {
  conflictLines,
  headlineLine,
  section,
  sentenceLine,
  sourceSection,
  standingStory,
} from './story-lines.ts';
import { wordTexts } from './word-texts.ts';

/** What a story in an alert may hold, the roomiest first. Sources that a sentence cites are always named. */
const layouts = [
  { maxSentences: Number.POSITIVE_INFINITY, maxSources: Number.POSITIVE_INFINITY, hasQuotes: true },
  { maxSentences: 2, maxSources: 3, hasQuotes: false },
  { maxSentences: 1, maxSources: 1, hasQuotes: false },
] as const;

type Layout = (typeof layouts)[number];

/** Red, which no verdict has. */
const alertColor = 0xc92a2a;

/** A watch that matched: its name, its stories with the matched words in bold, and why it fired. */
export function renderAlert(alert: AlertDocument, envelope: Envelope): readonly DiscordPayload[] {
  const name = readableTitle(alert.watchName, discordLayout.titleChars);
  const candidates = layouts.map((layout) => [
    `## Alert: ${escapeDiscord(name)}`,
    ...alert.stories.flatMap((entry, index) => storyTexts(entry, index + 1, layout)),
    ...lineTexts(wordTexts(alert.reason, '-# ')),
  ]);
  const [first, ...others] = alert.stories;
  // A button that leads to one of several stories would not say which.
  const readAt = others.length === 0 ? (first?.story.sources[0]?.url ?? null) : null;
  return fewestMessages(candidates, { ...envelope, accentColor: alertColor, readAt });
}

function storyTexts(entry: AlertStory, rank: number, layout: Layout): readonly string[] {
  const matched = entry.matched.map(readableLine);
  const story = standingStory(entry.story);
  const said = alertSentences({ story, matched }, layout.maxSentences);
  const { sentences, sources } = numberSaid(story, said);
  const doubt = layout.hasQuotes ? null : disagreement(story);
  const cited = Math.max(0, ...sentences.flatMap(({ numbers }) => numbers));
  return [
    ...lineTexts([
      headlineLine(story, rank),
      `-# ${escapeDiscord(storyMomentText(entry))}`,
      ...sentences.map((sentence) => sentenceLine(sentence, matched)),
      doubt ? `*${escapeDiscord(doubt)}*` : '',
    ]),
    ...section('Sources disagree', layout.hasQuotes ? story.conflicts.flatMap(conflictLines) : []),
    ...sourceSection(sources.slice(0, Math.max(cited, layout.maxSources))),
  ];
}
