import { expect, test } from 'vitest';
import { type DiscordBotOptions, ids, startDiscordBot } from './discord-bot.ts';

const made = (options: DiscordBotOptions = {}) => startDiscordBot({ start: false, ...options });

const workspace = { platform: 'discord', workspaceId: ids.guild } as const;
const channel = (channelId: string) => ({ ...workspace, channelId });

test.each([
  ['an id', ids.general],
  ['a mention', `<#${ids.general}>`],
  ['a name', 'general'],
  ['a name with #', '#General'],
])('a channel is found by %s, before the bot is connected', async (_, words) => {
  const { app } = await made();

  expect(await app.directory.find(words, workspace)).toEqual(channel(ids.general));
});

test.each(['#nowhere', '999999999999999999', ''])('no channel is found by "%s"', async (words) => {
  const { app } = await made();

  expect(await app.directory.find(words, workspace)).toBeNull();
});

test.each([
  ['by its name', channel(ids.general), '#general'],
  ['that is not there by its id', channel('999999999999999999'), '999999999999999999'],
  [
    'of another server by its id',
    { ...channel(ids.general), workspaceId: '299999999999999999' },
    ids.general,
  ],
])('people know a channel %s', async (_, ref, name) => {
  const { app } = await made();

  expect(await app.directory.nameOf(ref)).toBe(name);
});

test("another server's channel is not found", async () => {
  const { app } = await made();

  expect(
    await app.directory.find(ids.general, { ...workspace, workspaceId: '299999999999999999' }),
  ).toBeNull();
});

test('a check of a bot that is all right says so', async () => {
  const { app } = await made();

  const findings = await app.check([channel(ids.news), channel(ids.forum)]);

  expect(findings.map(({ check, ok }) => [check, ok])).toEqual([
    ['discord token', true],
    ['discord servers', true],
    [`discord channel ${ids.news}`, true],
    [`discord channel ${ids.forum}`, true],
  ]);
});

test('a check names each permission that is missing, and shows the invite link', async () => {
  const { app, discord } = await made();
  discord.removePermission(ids.news, 'SendMessagesInThreads');
  discord.removePermission(ids.news, 'ReadMessageHistory');

  const findings = await app.check([channel(ids.news)]);

  expect(findings.at(-1)).toMatchObject({
    ok: false,
    detail: 'the bot lacks Read Message History, Send Messages in Threads in #news',
    advice: expect.stringContaining('https://discord.com/oauth2/authorize?client_id='),
  });
});

test('a check tells a channel that the bot cannot see, and one that is gone', async () => {
  const { app, discord } = await made();
  discord.removePermission(ids.news, 'ViewChannel');
  discord.channelDelete(ids.general);

  const findings = await app.check([channel(ids.news), channel(ids.general)]);

  expect(findings.slice(2).map(({ ok, detail }) => [ok, detail])).toEqual([
    [false, expect.stringContaining('View Channel')],
    [false, expect.stringContaining('not there any more')],
  ]);
});

test('a check of a wrong token says where to get the right one', async () => {
  const { app } = await made({ token: 'wrong.token' });

  const findings = await app.check([]);

  expect(findings).toMatchObject([
    { check: 'discord token', ok: false, advice: expect.stringContaining('DISCORD_TOKEN') },
  ]);
});

test('a check of a bot that is in no server shows the invite link', async () => {
  const { app } = await made({ discord: { guilds: [] } });

  const findings = await app.check([channel(ids.news)]);

  expect(findings.slice(1)).toMatchObject([
    { check: 'discord servers', ok: false, advice: expect.stringContaining('oauth2/authorize') },
    { ok: false, advice: expect.stringContaining('oauth2/authorize') },
  ]);
});
