import { expect, test } from 'vitest';
import { chatDeskFor } from '../../../src/assemble/chat-desk-for.ts';
import { ScriptedCommands, scriptedDefinitions } from '../../fakes/scripted-commands.ts';
import { ids, startDiscordBot } from './discord-bot.ts';

test('the bot asks for no privileged intent', async () => {
  const { discord } = await startDiscordBot();

  // Guilds, guild messages, direct messages.
  expect(discord.gateway.identifies).toMatchObject([{ intents: (1 << 0) | (1 << 9) | (1 << 12) }]);
});

test('an unknown token is refused with a sentence that says what to do', async () => {
  const { app, chat } = await startDiscordBot({ start: false, token: 'wrong.token' });

  await expect(app.start(chat)).rejects.toThrow(/does not know the bot's token.*DISCORD_TOKEN/);
});

test('a connection that is never made is given up with a sentence', async () => {
  const { app, discord, waits, chat } = await startDiscordBot({ start: false });
  discord.rateLimitNext('GET /gateway/bot', 100);

  const starting = app.start(chat);
  starting.catch(() => {});
  await discord.until(() => waits.held.some(({ ms }) => ms === 60_000));
  waits.release(60_000);

  await expect(starting).rejects.toThrow('did not take the connection in time');
});

test('an event that came while the connection was down is handled after it is resumed', async () => {
  const { discord, commands } = await startDiscordBot();

  discord.dropConnection(4000);
  const { interaction } = await discord.slash({ name: 'watch list' });
  await discord.until(() => interaction.edits.length > 0);

  expect(discord.gateway.resumes).toHaveLength(1);
  expect(discord.gateway.identifies).toHaveLength(1);
  expect(commands.runs).toHaveLength(1);
});

test('a session that cannot be resumed is begun anew', async () => {
  const { discord, commands } = await startDiscordBot();

  discord.invalidSession(false);
  await discord.until(() => discord.gateway.identifies.length > 1, 20_000);
  const { interaction } = await discord.slash({ name: 'watch list' });
  await discord.until(() => interaction.edits.length > 0);

  expect(commands.runs).toHaveLength(1);
});

test('a reconnect that Discord asks for loses nothing', async () => {
  const { discord, commands } = await startDiscordBot();

  discord.requestReconnect();
  const { interaction } = await discord.slash({ name: 'watch list' });
  await discord.until(() => interaction.edits.length > 0);
  await discord.until(() => discord.gateway.resumes.length === 1);

  expect(discord.gateway.identifies).toHaveLength(1);
  expect(commands.runs).toHaveLength(1);
});

test('commands are registered once, and again only when they are others', async () => {
  const bot = await startDiscordBot();
  const { discord, app, chat } = bot;
  const other = scriptedDefinitions.map((each) =>
    each.name === 'help' ? { ...each, help: 'Helps.' } : each,
  );

  await app.stop();
  await app.start(chat);
  await discord.until(() => discord.calls.filter(isCommandRead).length > 1);
  await app.stop();
  const whileTheSame = discord.commands.writes;
  await app.start(chatDeskFor(app, { ...bot, commands: new ScriptedCommands(other) }));
  await discord.until(() => discord.commands.writes > 1);

  expect(whileTheSame).toBe(1);
  expect(discord.commands.global.find(({ name }) => name === 'help')?.body['description']).toBe('Helps.');
});

function isCommandRead({ method, route }: { readonly method: string; readonly route: string }): boolean {
  return method === 'GET' && route === '/applications/:application/commands';
}

test('commands that could not be registered are tried again, and the bot answers meanwhile', async () => {
  const { discord, app, waits, log, chat } = await startDiscordBot({ start: false });
  discord.failNext('PUT /applications/:application/commands', 500, 0);

  await app.start(chat);
  await discord.until(() => waits.held.some(({ ms }) => ms === 30_000));
  waits.release(30_000);
  await discord.until(() => discord.commands.global.length > 0);

  expect(log.sentences('error')).toContain('Discord commands could not be registered and are tried again');
});

test('stopping waits for what is under way, and takes nothing more', async () => {
  const { discord, app, commands } = await startDiscordBot();
  const gate = Promise.withResolvers<void>();
  commands.answer('watch list', async () => {
    await gate.promise;
    return { kind: 'refused', problem: 'Done.' };
  });
  const { interaction } = await discord.slash({ name: 'watch list' });

  const order: string[] = [];
  const stopping = app.stop().then(() => order.push('stopped'));
  await discord.until(() => discord.gateway.open === 0);
  order.push('let go');
  gate.resolve();
  await stopping;

  expect(order).toEqual(['let go', 'stopped']);
  expect(interaction.edits).toHaveLength(1);
});

test('a server that takes the bot away is noted, and an outage is no such thing', async () => {
  const { discord, log } = await startDiscordBot();

  discord.guildOutage(ids.guild);
  await discord.until(() => log.sentences('info').includes('Discord server is unavailable'));
  discord.guildReturns(ids.guild);
  const quiet = log.sentences('warn').includes('Discord server took the bot away');
  discord.kick(ids.guild);
  await discord.until(() => log.sentences('warn').includes('Discord server took the bot away'));

  expect(quiet).toBe(false);
});
