import type { StoryDocument } from '../../src/domain/message-document.ts';
import { numberStory, readableTitle } from '../../src/domain/text/cite.ts';
import { storyMomentText } from '../../src/domain/text/moment-text.ts';
import { verdictTag } from '../../src/domain/text/verdict-words.ts';
import { slackLayout } from './limits.ts';
import { type Envelope, lineBlocks, type SlackPayload, slackMessages } from './messages.ts';
import { literal, ours } from './rich-text.ts';
import {
  conflictLines,
  headlineLine,
  section,
  sentenceLine,
  sourceSection,
  standing,
} from './story-lines.ts';

export function renderStory(document: StoryDocument, envelope: Envelope): readonly SlackPayload[] {
  const { story, rank } = document;
  const numbered = numberStory(story);
  const opening = [
    headlineLine(story, rank, numbered.sources[0]?.url ?? null),
    literal(storyMomentText(document), { italic: true }),
    ...standing(numbered.summary).map((sentence) => sentenceLine(sentence)),
  ];
  const news = standing(numbered.whatIsNew).map((sentence) => [...ours('• '), ...sentenceLine(sentence)]);
  const blocks = [
    ...lineBlocks([], opening),
    ...section('What is new', news),
    ...section('Sources disagree', story.conflicts.flatMap(conflictLines)),
    ...sourceSection(numbered.sources),
  ];
  const title = readableTitle(story.headline, slackLayout.headlineChars);
  return slackMessages(
    blocks.map((block) => [block]),
    `${verdictTag(story.verdict)}: ${title}`,
    envelope,
  );
}
