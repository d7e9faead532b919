import type { StoryDocument } from '../../src/domain/message-document.ts';
import { numberStory, readableTitle } from '../../src/domain/text/cite.ts';
import { storyMomentText } from '../../src/domain/text/moment-text.ts';
import { verdictTag } from '../../src/domain/text/verdict-words.ts';
import type { SlackPayload } from './block-types.ts';
import { slackLayout } from './limits.ts';
import { apart, type Envelope, fewestMessages, lineBlocks } from './messages.ts';
import { storyActionLayouts } from './render-actions.ts';
import { literal, ours } from './rich-text.ts';
import {
  conflictSection,
  headlineLine,
  section,
  sentenceLine,
  sourceSection,
  standing,
} from './story-lines.ts';

export function renderStory(document: StoryDocument, envelope: Envelope): readonly SlackPayload[] {
  const { story, rank } = document;
  const { words } = envelope;
  const numbered = numberStory(story);
  const opening = [
    headlineLine(story, rank, numbered.sources[0]?.url ?? null, words),
    literal(storyMomentText(document, words), { italic: true }),
    ...standing(numbered.summary).map((sentence) => sentenceLine(sentence)),
  ];
  const news = standing(numbered.whatIsNew).map((sentence) => [...ours('• '), ...sentenceLine(sentence)]);
  const blocks = [
    ...lineBlocks([], opening),
    ...section(words.whatIsNew, news),
    ...conflictSection(story, words),
    ...sourceSection(numbered.sources, words),
  ];
  const title = readableTitle(story.headline, slackLayout.headlineChars, words);
  return fewestMessages(
    storyActionLayouts(story.storyId, words).map((buttons) => apart([...blocks, ...buttons])),
    `${verdictTag(story.verdict, words)}${words.colon}${title}`,
    envelope,
  );
}
