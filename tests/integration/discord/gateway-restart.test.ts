import { expect, test } from 'vitest';
import { createPlatformStarter } from '../../../src/assemble/start-platforms.ts';
import { type DiscordBot, type DiscordBotOptions, startDiscordBot } from './discord-bot.ts';

const made = (options: DiscordBotOptions = {}) => startDiscordBot({ start: false, ...options });

/** Somebody lists the watches; resolves when it is answered. */
async function listWatches({ discord }: Pick<DiscordBot, 'discord'>): Promise<void> {
  const { interaction } = await discord.slash({ name: 'watch list' });
  await discord.until(() => interaction.edits.length > 0);
}

const addressRoute = 'GET /gateway/bot';

const failedStarts = [
  [
    'a token that Discord does not know',
    ({ discord }: Pick<DiscordBot, 'discord'>) => discord.failNext(addressRoute, 401, 0),
  ],
  [
    'a dead network',
    ({ discord }: Pick<DiscordBot, 'discord'>) => discord.hangUpNext(addressRoute, 'dropped'),
  ],
] as const;

test.each(failedStarts)('a start that fails on %s works the next time, once', async (_, trouble) => {
  const { discord, app, commands, log, chat } = await made();
  const starter = createPlatformStarter([app], () => chat, log);
  trouble({ discord });

  await starter.startMissing();
  const wasRunning = app.isRunning();
  await starter.startMissing();
  await starter.startMissing();
  await discord.until(() => discord.commands.writes > 0);
  await listWatches({ discord });

  expect([wasRunning, app.isRunning()]).toEqual([false, true]);
  expect(log.sentences('error')).toEqual(['A platform could not be connected and is tried again']);
  expect(commands.runs).toHaveLength(1);
  expect(discord.gateway.identifies).toHaveLength(1);
});

test('a connection that was given up is not made later beside the next one', async () => {
  const { discord, app, commands, waits, chat } = await made();
  discord.rateLimitNext(addressRoute, 1);
  const asked = () => discord.calls.filter(({ route }) => route === '/gateway/bot').length;

  const first = app.start(chat);
  first.catch(() => {});
  await discord.until(() => asked() > 0 && waits.held.some(({ ms }) => ms === 60_000));
  waits.release(60_000);
  await expect(first).rejects.toThrow('in time');
  await app.start(chat);
  await discord.until(() => discord.commands.writes > 0);
  await discord.until(() => asked() === 3);
  await listWatches({ discord });
  await listWatches({ discord });

  expect(commands.runs).toHaveLength(2);
  expect(discord.gateway.identifies).toHaveLength(1);
  expect(discord.gateway.connections).toBe(1);
});

test.each([4004, 4014])(
  'a connection closed for good (%i) is told with advice, and started again',
  async (code) => {
    const { discord, app, commands, log, chat } = await made();
    const starter = createPlatformStarter([app], () => chat, log);
    await starter.startMissing();
    await discord.until(() => discord.commands.writes > 0);

    discord.dropConnection(code);
    await discord.until(() => !app.isRunning());
    await starter.startMissing();
    await listWatches({ discord });

    expect(log.sentences('error')).toEqual(['Discord closed the connection for good']);
    expect(log.records.find(({ level }) => level === 'error')?.fields).toMatchObject({
      problem: expect.stringMatching(/Developer Portal/),
    });
    expect(discord.gateway.open).toBe(1);
    expect(commands.runs).toHaveLength(1);
  },
);

test('a drop that is mended by itself leaves the app running', async () => {
  const { discord, app } = await made({ start: true });

  discord.dropConnection();
  await discord.until(() => discord.gateway.resumes.length === 1);

  expect(app.isRunning()).toBe(true);
});

test('a stop while it connects gives the connection up at once', async () => {
  const { discord, app, chat } = await made();
  discord.rateLimitNext(addressRoute, 100);

  const starting = app.start(chat);
  starting.catch(() => {});
  await discord.until(() => discord.limited > 0);
  await app.stop();

  await expect(starting).rejects.toThrow('stops');
  expect(app.isRunning()).toBe(false);
});
