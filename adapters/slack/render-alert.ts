import type { AlertDocument, AlertStory } from '../../src/domain/message-document.ts';
import { alertSentences } from '../../src/domain/text/alert-sentences.ts';
import { disagreement, numberSaid, readableLine, readableTitle } from '../../src/domain/text/cite.ts';
import { storyMomentText } from '../../src/domain/text/moment-text.ts';
import { slackLayout } from './limits.ts';
import {
  contexts,
  type Envelope,
  fewestMessages,
  header,
  lineBlocks,
  type SlackBlock,
  type SlackPayload,
} from './messages.ts';
import { literal } from './rich-text.ts';
import {
  conflictLines,
  headlineLine,
  section,
  sentenceLine,
  sourceSection,
  standingStory,
} from './story-lines.ts';

/** What a story in an alert may hold, the roomiest first. Sources that a sentence cites are always named. */
const layouts = [
  { maxSentences: Number.POSITIVE_INFINITY, maxSources: Number.POSITIVE_INFINITY, hasQuotes: true },
  { maxSentences: 2, maxSources: slackLayout.digestSources, hasQuotes: false },
  { maxSentences: 1, maxSources: 1, hasQuotes: false },
] as const;

type Layout = (typeof layouts)[number];

/** A watch that matched: its name, its stories with the matched words in bold, and why it fired. */
export function renderAlert(alert: AlertDocument, envelope: Envelope): readonly SlackPayload[] {
  const heading = `Alert: ${readableTitle(alert.watchName, slackLayout.titleChars)}`;
  const headlines = alert.stories.map(({ story }) =>
    readableTitle(story.headline, slackLayout.headlineChars),
  );
  const closing = contexts([alert.reason]).map((block) => [block]);
  const candidates = layouts.map((layout) => [
    [header(heading)],
    ...alert.stories.flatMap((entry, index) => storyBlocks(entry, index + 1, layout)).map((block) => [block]),
    ...closing,
  ]);
  return fewestMessages(candidates, [heading, ...headlines].join('; '), envelope);
}

function storyBlocks(entry: AlertStory, rank: number, layout: Layout): readonly SlackBlock[] {
  const matched = entry.matched.map(readableLine);
  const story = standingStory(entry.story);
  const said = alertSentences({ story, matched }, layout.maxSentences);
  const { sentences, sources } = numberSaid(story, said);
  const doubt = layout.hasQuotes ? null : disagreement(story);
  const opening = [
    headlineLine(story, rank, sources[0]?.url ?? null),
    literal(storyMomentText(entry), { italic: true }),
    ...sentences.map((sentence) => sentenceLine(sentence, matched)),
    ...(doubt ? [literal(doubt, { italic: true })] : []),
  ];
  const cited = Math.max(0, ...sentences.flatMap(({ numbers }) => numbers));
  return [
    ...lineBlocks([], opening),
    ...section('Sources disagree', layout.hasQuotes ? story.conflicts.flatMap(conflictLines) : []),
    ...sourceSection(sources.slice(0, Math.max(cited, layout.maxSources))),
  ];
}
