import type { StoryDocument } from '../../src/domain/message-document.ts';
import { numberStory } from '../../src/domain/text/cite.ts';
import { storyMomentText } from '../../src/domain/text/moment-text.ts';
import { escapeDiscord } from './escape.ts';
import { type DiscordPayload, discordMessages, type Envelope, lineTexts } from './messages.ts';
import {
  accentColors,
  conflictLines,
  headlineLine,
  section,
  sentenceLine,
  sourceSection,
  standing,
} from './story-lines.ts';

export function renderStory(document: StoryDocument, envelope: Envelope): readonly DiscordPayload[] {
  const { story, rank } = document;
  const numbered = numberStory(story);
  const texts = [
    ...lineTexts([
      headlineLine(story, rank),
      `-# ${escapeDiscord(storyMomentText(document))}`,
      ...standing(numbered.summary).map((sentence) => sentenceLine(sentence)),
    ]),
    ...section(
      'What is new',
      standing(numbered.whatIsNew).map((sentence) => `- ${sentenceLine(sentence)}`),
    ),
    ...section('Sources disagree', story.conflicts.flatMap(conflictLines)),
    ...sourceSection(numbered.sources),
  ];
  const readAt = story.sources[0]?.url ?? null;
  return discordMessages(texts, { ...envelope, accentColor: accentColors[story.verdict], readAt });
}
