import { expect, onTestFinished, test } from 'vitest';
import { simply } from '../../fakes/simple-publisher.ts';
import { digestDocument, storyEntry } from '../../fixtures/documents.ts';
import { jsonLines, leanSettings, makeBotFolder } from '../bot-folder.ts';
import { startSampleFeed } from '../sample-feed.ts';
import { type DiscordBot, type DiscordBotOptions, ids, startDiscordBot } from './discord-bot.ts';

async function started(settings: DiscordBotOptions['settings'] = {}): Promise<DiscordBot> {
  const announcements = { id: ids.news, kind: 'announcement' } as const;
  return startDiscordBot({
    discord: { guilds: [{ id: ids.guild, channels: [announcements], members: [{ id: ids.ada }] }] },
    settings,
  });
}

async function postDigest({ app, discord }: DiscordBot) {
  await simply(app.publisher).publish({
    key: 'digest-1',
    channel: { platform: 'discord', workspaceId: ids.guild, channelId: ids.news },
    document: digestDocument({ stories: [storyEntry({})] }),
    mentions: [],
    language: 'en',
    threadMessageId: null,
  });
  return discord.messagesIn(ids.news)[0];
}

test('commands are registered in the development server alone where one is set', async () => {
  const { discord } = await started({ developmentGuildId: ids.guild });

  await discord.until(() => discord.commands.ofGuild(ids.guild).length > 0);

  expect(discord.commands.global).toEqual([]);
});

test.each([
  ['components', true, false],
  ['embeds', false, true],
] as const)('messages are laid out in %s', async (layout, hasComponents, hasEmbeds) => {
  const message = await postDigest(await started({ layout }));

  // IS_COMPONENTS_V2.
  expect(((message?.flags ?? 0) & (1 << 15)) !== 0).toBe(hasComponents);
  expect(JSON.stringify(message?.embeds).length > 2).toBe(hasEmbeds);
});

test.each([true, false])(
  'announcements are published to followers as the setting says (%s)',
  async (crossposts) => {
    const bot = await started({ crossposts });

    await postDigest(bot);

    expect(bot.discord.calls.some(({ route }) => route.endsWith('/crosspost'))).toBe(crossposts);
  },
);

test('a preview of what Discord would get is laid out as the setting says, also with Discord off', async () => {
  const feed = await startSampleFeed();
  onTestFinished(() => feed.stop());
  const feeds = [{ url: feed.url('/feed.xml'), name: 'Sample' }];
  const folder = makeBotFolder(feeds, { ...leanSettings, discord: { layout: 'embeds' } });
  onTestFinished(() => folder.remove());
  await folder.run(['run', '--once']);

  const { stdout } = await folder.run(['--json', 'digest', 'preview', '--platform', 'discord', '--all']);

  const messages = jsonLines<Record<string, unknown>>(stdout);
  expect(messages.length).toBeGreaterThan(0);
  expect(messages.every((message) => Array.isArray(message['embeds']))).toBe(true);
});
