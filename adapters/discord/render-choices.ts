import type { StoryEntry } from '../../src/domain/message-document.ts';
import { readableTitle } from '../../src/domain/text/cite.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { discordLimits } from './limits.ts';
import { type Choosable, choosable } from './render-controls.ts';

/** Stories to open, as they are numbered in the message. Discord shows 25; any other is opened by its command. */
export function storyChoices(
  stories: readonly Pick<StoryEntry, 'storyId' | 'headline'>[],
  words: Words,
): readonly Choosable[] {
  return stories.map(({ storyId, headline }, index) => {
    const rank = `${index + 1}. `;
    const title = readableTitle(headline, discordLimits.selectOptionChars - rank.length, words);
    return choosable(
      { how: 'run', input: { name: 'story', options: { story: storyId } } },
      `${rank}${title}`,
    );
  });
}
