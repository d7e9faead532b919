import type { AlertDocument, AlertStory } from '../../src/domain/message-document.ts';
import { alertSentences } from '../../src/domain/text/alert-sentences.ts';
import { disagreement, numberSaid, readableLine, readableTitle } from '../../src/domain/text/cite.ts';
import { storyMomentText } from '../../src/domain/text/moment-text.ts';
import type { Words } from '../../src/domain/words/words.ts';
import type { SlackBlock, SlackPayload } from './block-types.ts';
import { slackLayout } from './limits.ts';
import { apart, contexts, type Envelope, fewestMessages, header, lineBlocks } from './messages.ts';
import { storyActionLayouts } from './render-actions.ts';
import { literal } from './rich-text.ts';
import { conflictSection, headlineLine, sentenceLine, sourceSection, standingStory } from './story-lines.ts';

/** What a story in an alert may hold, the roomiest first. Sources that a sentence cites are always named. */
const layouts = [
  { maxSentences: Number.POSITIVE_INFINITY, maxSources: Number.POSITIVE_INFINITY, hasQuotes: true },
  { maxSentences: 2, maxSources: slackLayout.digestSources, hasQuotes: false },
  { maxSentences: 1, maxSources: 1, hasQuotes: false },
] as const;

type Layout = (typeof layouts)[number];

/**
 * A watch that matched: its name, its stories with the matched words in bold, and why it fired. What can be done with a
 * story is offered where there is only one.
 */
export function renderAlert(alert: AlertDocument, envelope: Envelope): readonly SlackPayload[] {
  const { words } = envelope;
  const name = readableTitle(alert.watchName, slackLayout.titleChars, words);
  const heading = `${words.alert}${words.colon}${name}`;
  const headlines = alert.stories.map(({ story }) =>
    readableTitle(story.headline, slackLayout.headlineChars, words),
  );
  const [only, ...others] = alert.stories;
  const buttons = only && others.length === 0 ? storyActionLayouts(only.story.storyId, words) : [[]];
  const closing = contexts([alert.reason]);
  const candidates = layouts.flatMap((layout) => {
    const stories = alert.stories.flatMap((entry, index) => storyBlocks(entry, index + 1, layout, words));
    return buttons.map((blocks) => apart([header(heading), ...stories, ...closing, ...blocks]));
  });
  return fewestMessages(candidates, [heading, ...headlines].join('; '), envelope);
}

function storyBlocks(entry: AlertStory, rank: number, layout: Layout, words: Words): readonly SlackBlock[] {
  const matched = entry.matched.map(readableLine);
  const story = standingStory(entry.story);
  const said = alertSentences({ story, matched }, layout.maxSentences);
  const { sentences, sources } = numberSaid(story, said);
  const doubt = layout.hasQuotes ? null : disagreement(story, words);
  const opening = [
    headlineLine(story, rank, sources[0]?.url ?? null, words),
    literal(storyMomentText(entry, words), { italic: true }),
    ...sentences.map((sentence) => sentenceLine(sentence, matched)),
    ...(doubt ? [literal(doubt, { italic: true })] : []),
  ];
  const cited = Math.max(0, ...sentences.flatMap(({ numbers }) => numbers));
  return [
    ...lineBlocks([], opening),
    ...(layout.hasQuotes ? conflictSection(story, words) : []),
    ...sourceSection(sources.slice(0, Math.max(cited, layout.maxSources)), words),
  ];
}
