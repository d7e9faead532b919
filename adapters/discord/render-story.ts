import { storyActions } from '../../src/domain/action.ts';
import type { StoryDocument } from '../../src/domain/message-document.ts';
import { numberStory } from '../../src/domain/text/cite.ts';
import { storyMomentText } from '../../src/domain/text/moment-text.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import { escapeDiscord } from './escape.ts';
import {
  actionButtons,
  type DiscordPayload,
  discordMessages,
  type Envelope,
  lineTexts,
  plainFrame,
} from './messages.ts';
import { pictureOf } from './render-picture.ts';
import {
  accentColors,
  conflictSection,
  headlineLine,
  section,
  sentenceLine,
  sourceSection,
  standing,
} from './story-lines.ts';

export function renderStory(document: StoryDocument, envelope: Envelope): readonly DiscordPayload[] {
  const { story, rank } = document;
  const words = wordsOf(envelope.language);
  const numbered = numberStory(story);
  const texts = [
    ...lineTexts([
      headlineLine(story, rank, words),
      `-# ${escapeDiscord(storyMomentText(document, words))}`,
      ...standing(numbered.summary).map((sentence) => sentenceLine(sentence)),
    ]),
    ...section(
      words.whatIsNew,
      standing(numbered.whatIsNew).map((sentence) => `- ${sentenceLine(sentence)}`),
    ),
    ...conflictSection(story.conflicts, words),
    ...sourceSection(numbered.sources, words),
  ];
  const picture = pictureOf(story);
  const frame = {
    ...plainFrame,
    accentColor: accentColors[story.verdict],
    readAt: story.sources[0]?.url ?? null,
    buttons: actionButtons(storyActions(story.storyId), words),
    picture: picture && { ...picture, textIndex: 0 },
  };
  return discordMessages(texts, frame, envelope);
}
