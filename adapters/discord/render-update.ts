import type { UpdateDocument } from '../../src/domain/message-document.ts';
import { leadSentences, numberSaid, readableTitle } from '../../src/domain/text/cite.ts';
import { verdictTag } from '../../src/domain/text/verdict-words.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import { linked } from './escape.ts';
import { discordLayout } from './limits.ts';
import { type DiscordPayload, discordMessages, type Envelope, lineTexts, plainFrame } from './messages.ts';
import { accentColors, conflictSection, sentenceLine, sourceSection, standingStory } from './story-lines.ts';

/** For a story's thread: what is new comes first, and what was told before is not told again. */
export function renderUpdate(update: UpdateDocument, envelope: Envelope): readonly DiscordPayload[] {
  const words = wordsOf(envelope.language);
  const story = standingStory(update.story);
  const { sentences, sources } = numberSaid(story, leadSentences(story));
  const readAt = sources[0]?.url ?? null;
  const title = linked(readableTitle(story.headline, discordLayout.headlineChars, words), readAt);
  const texts = [
    ...lineTexts([
      `\`${verdictTag('update', words)}\` **${title}**`,
      ...sentences.map((sentence) => `- ${sentenceLine(sentence)}`),
    ]),
    ...conflictSection(story.conflicts, words),
    ...sourceSection(sources, words),
  ];
  return discordMessages(
    texts,
    { ...plainFrame, accentColor: accentColors[story.verdict], readAt },
    envelope,
  );
}
