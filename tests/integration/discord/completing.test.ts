import { beforeEach, expect, test } from 'vitest';
import { rememberStories } from '../../../src/assemble/remember-stories.ts';
import type { StoryHeadlines } from '../../../src/ports/story-store.ts';
import { inventNewsroom } from '../../bench/invented-newsroom.ts';
import { commandDesk } from '../../unit/commands/command-desk.ts';
import { type DiscordBot, ids, makeAdminRole, startDiscordBot } from './discord-bot.ts';

// The real commands over 10,000 stories, in a server that has a role of admins.

const storyCount = 10_000;
const newsroom = inventNewsroom(2026);
const stories: readonly StoryHeadlines[] = Array.from({ length: storyCount }, (_, index) => ({
  storyId: `story-${index}`,
  titles: [newsroom.article().title],
  firstKeptAtMs: index,
  lastSequence: storyCount - index,
}));

let bot: DiscordBot;

beforeEach(async () => {
  const remembered = rememberStories({
    headlines: async ({ afterSequence, limit }) =>
      afterSequence >= storyCount ? [] : stories.slice(0, limit),
    find: async () => null,
  });
  const { runner, store } = await commandDesk({ stories: remembered });
  bot = await startDiscordBot({ commands: runner, store });
  await makeAdminRole(bot, ids.role);
});

const typed = (words: string) =>
  bot.discord.autocomplete({
    ...{ name: 'story', options: { story: words }, focused: 'story', userId: ids.ben },
  });

test('Discord is not asked for the roles of the server at each keystroke', async () => {
  for (const words of ['h', 'hu', 'hua']) await typed(words);
  const asked = () => bot.discord.calls.filter(({ route }) => route === '/guilds/:guild/roles').length;

  expect(asked()).toBe(1);

  bot.clock.advance(60_000);
  await typed('huaw');
  expect(asked()).toBe(2);
});
