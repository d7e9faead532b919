import type { UpdateDocument } from '../../src/domain/message-document.ts';
import { leadSentences, numberSaid, readableTitle } from '../../src/domain/text/cite.ts';
import { linked } from './escape.ts';
import { discordLayout } from './limits.ts';
import { type DiscordPayload, discordMessages, type Envelope, lineTexts } from './messages.ts';
import {
  accentColors,
  conflictLines,
  section,
  sentenceLine,
  sourceSection,
  standingStory,
} from './story-lines.ts';

/** For a story's thread: what is new comes first, and what was told before is not told again. */
export function renderUpdate(update: UpdateDocument, envelope: Envelope): readonly DiscordPayload[] {
  const story = standingStory(update.story);
  const { sentences, sources } = numberSaid(story, leadSentences(story));
  const readAt = sources[0]?.url ?? null;
  const title = linked(readableTitle(story.headline, discordLayout.headlineChars), readAt);
  const texts = [
    ...lineTexts([`\`UPDATE\` **${title}**`, ...sentences.map((sentence) => `- ${sentenceLine(sentence)}`)]),
    ...section('Sources disagree', story.conflicts.flatMap(conflictLines)),
    ...sourceSection(sources),
  ];
  return discordMessages(texts, { ...envelope, accentColor: accentColors[story.verdict], readAt });
}
