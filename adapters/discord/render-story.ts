import type { StoryDocument, StoryEntry } from '../../src/domain/message-document.ts';
import { numberStory } from '../../src/domain/text/cite.ts';
import { momentText } from '../../src/domain/text/moment-text.ts';
import { type DiscordPayload, discordMessages, lineTexts } from './messages.ts';
import { conflictLines, headlineLine, sentenceLine, sourceLine, standing } from './story-lines.ts';

/** The stripe at the message's side, RGB: green, blue, orange. */
const accentColors: Readonly<Record<StoryEntry['verdict'], number>> = {
  new: 0x2b8a3e,
  update: 0x1971c2,
  contradicts: 0xe67700,
};

export function renderStory({ story, rank }: StoryDocument, key: string): readonly DiscordPayload[] {
  const numbered = numberStory(story);
  const texts = [
    ...lineTexts([
      headlineLine(story, rank),
      `-# ${momentText(story.publishedAt)}`,
      ...standing(numbered.summary).map(sentenceLine),
    ]),
    ...section(
      'What is new',
      standing(numbered.whatIsNew).map((sentence) => `- ${sentenceLine(sentence)}`),
    ),
    ...section('Sources disagree', story.conflicts.flatMap(conflictLines)),
    ...section(
      'Sources',
      numbered.sources.map((source, index) => sourceLine(source, index + 1)),
    ),
  ];
  const readAt = story.sources[0]?.url ?? null;
  return discordMessages(texts, { key, accentColor: accentColors[story.verdict], readAt });
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? lineTexts([`**${heading}**`, ...lines]) : [];
}
