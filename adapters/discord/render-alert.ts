import { storyActions } from '../../src/domain/action.ts';
import type { AlertDocument, AlertStory } from '../../src/domain/message-document.ts';
import { alertSentences } from '../../src/domain/text/alert-sentences.ts';
import { disagreement, numberSaid, readableLine, readableTitle } from '../../src/domain/text/cite.ts';
import { storyMomentText } from '../../src/domain/text/moment-text.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import { escapeDiscord } from './escape.ts';
import { discordLayout } from './limits.ts';
import {
  actionButtons,
  type DiscordPayload,
  type Envelope,
  type Frame,
  fewestMessages,
  lineTexts,
  plainFrame,
} from './messages.ts';
import { storyChoices } from './render-choices.ts';
import { pictureOf } from './render-picture.ts';
import { conflictSection, headlineLine, sentenceLine, sourceSection, standingStory } from './story-lines.ts';
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
  const words = wordsOf(envelope.language);
  const name = readableTitle(alert.watchName, discordLayout.titleChars, words);
  const candidates = layouts.map((layout) => [
    `## ${words.alert}${words.colon}${escapeDiscord(name)}`,
    ...alert.stories.flatMap((entry, index) => storyTexts(entry, index + 1, layout, words)),
    ...lineTexts(wordTexts(alert.reason, '-# ')),
  ]);
  return fewestMessages(candidates, frameOf(alert, words), envelope);
}

/** Buttons and a picture are about one story; of several, one is opened first. The alert's name is the first text. */
function frameOf({ stories }: AlertDocument, words: Words): Frame {
  const [first, ...others] = stories.map(({ story }) => story);
  const frame = { ...plainFrame, accentColor: alertColor };
  if (first && others.length === 0) {
    const readAt = first.sources[0]?.url ?? null;
    const picture = pictureOf(first);
    const buttons = actionButtons(storyActions(first.storyId), words);
    return { ...frame, readAt, buttons, picture: picture && { ...picture, textIndex: 1 } };
  }
  const choices = storyChoices(
    stories.map(({ story }) => story),
    words,
  );
  return { ...frame, placeholder: words.openStory, choices };
}

function storyTexts(entry: AlertStory, rank: number, layout: Layout, words: Words): readonly string[] {
  const matched = entry.matched.map(readableLine);
  const story = standingStory(entry.story);
  const said = alertSentences({ story, matched }, layout.maxSentences);
  const { sentences, sources } = numberSaid(story, said);
  const doubt = layout.hasQuotes ? null : disagreement(story, words);
  const cited = Math.max(0, ...sentences.flatMap(({ numbers }) => numbers));
  return [
    ...lineTexts([
      headlineLine(story, rank, words),
      `-# ${escapeDiscord(storyMomentText(entry, words))}`,
      ...sentences.map((sentence) => sentenceLine(sentence, matched)),
      doubt ? `*${escapeDiscord(doubt)}*` : '',
    ]),
    ...conflictSection(layout.hasQuotes ? story.conflicts : [], words),
    ...sourceSection(sources.slice(0, Math.max(cited, layout.maxSources)), words),
  ];
}
