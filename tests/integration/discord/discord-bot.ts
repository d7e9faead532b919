import { onTestFinished } from 'vitest';
import { createDiscordApp, type DiscordApp } from '../../../adapters/discord/app.ts';
import { chatDeskFor } from '../../../src/assemble/chat-desk-for.ts';
import { type DiscordSettings, Secret } from '../../../src/domain/config.ts';
import { firstWorkspaceSettings } from '../../../src/domain/workspace.ts';
import type { ChatDesk } from '../../../src/ports/chat-desk.ts';
import type { CommandRunner } from '../../../src/ports/command-runner.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import type { FakeDiscordOptions } from '../../fakes/discord/options.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { HeldWaits } from '../../fakes/held-waits.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { RecordingLog } from '../../fakes/recording-log.ts';
import { ScriptedCommands } from '../../fakes/scripted-commands.ts';

export interface DiscordBotOptions {
  readonly discord?: FakeDiscordOptions;
  /** Instead of the scripted ones. */
  readonly commands?: CommandRunner;
  /** Where the commands' own store is used. */
  readonly store?: DiscordBot['store'];
  readonly token?: string;
  readonly settings?: Partial<DiscordSettings>;
  /** Default yes: connected, with its commands registered. */
  readonly start?: boolean;
}

/** The real app over a fake Discord, with a store in memory. */
export interface DiscordBot {
  readonly discord: FakeDiscord;
  readonly app: DiscordApp;
  readonly commands: ScriptedCommands;
  /** What the app is started with. */
  readonly chat: ChatDesk;
  readonly store: ReturnType<typeof inMemoryStore>;
  readonly clock: FixedClock;
  readonly log: RecordingLog;
  readonly waits: HeldWaits;
  stop(): Promise<void>;
}

export const ids = {
  guild: '200000000000000001',
  news: '400000000000000001',
  general: '400000000000000002',
  forum: '400000000000000004',
  role: '600000000000000001',
  ada: '300000000000000001',
  ben: '300000000000000002',
} as const;

const firstSettings: DiscordSettings = {
  developmentGuildId: null,
  layout: 'components',
  crossposts: false,
  shards: 'auto',
};

/** Stopped when the test is over. */
export async function startDiscordBot(options: DiscordBotOptions = {}): Promise<DiscordBot> {
  const bot = await openDiscordBot(options);
  onTestFinished(() => bot.stop());
  return bot;
}

async function openDiscordBot({
  discord: options = {},
  commands: given,
  store = inMemoryStore(),
  token,
  settings: changed = {},
  start = true,
}: DiscordBotOptions = {}): Promise<DiscordBot> {
  const clock = new FixedClock('2026-11-26T09:00:00Z');
  const discord = await startFakeDiscord({ nowMs: () => clock.nowMs(), ...options });
  const log = new RecordingLog();
  const waits = new HeldWaits();
  const config = { token: new Secret(token ?? discord.token), apiUrl: discord.restUrl };
  const settings = { ...firstSettings, ...changed };
  const app = createDiscordApp({ ...store, config, settings, clock, log, wait: waits.wait });
  const commands = new ScriptedCommands();
  const chat = chatDeskFor(app, { commands: given ?? commands, store, clock, log });
  if (start) {
    await app.start(chat);
    await discord.until(() => discord.commands.writes > 0);
  }
  return {
    ...{ discord, app, commands, chat, store, clock, log, waits },
    async stop() {
      await app.stop();
      await discord.stop();
    },
  };
}

/** A second process of the same bot: it shares the store and the commands. */
export async function startAnother(bot: DiscordBot): Promise<DiscordApp> {
  const { discord, store, clock, log, waits, chat } = bot;
  const config = { token: new Secret(discord.token), apiUrl: discord.restUrl };
  const app = createDiscordApp({
    ...{ ...store, config, clock, log },
    settings: firstSettings,
    wait: waits.wait,
  });
  await app.start(chat);
  return app;
}

/** Makes the members of the role admins, as the command `workspace` does. */
export async function makeAdminRole({ store }: DiscordBot, roleId: string): Promise<void> {
  const workspace = { platform: 'discord', workspaceId: ids.guild } as const;
  const settings = { ...firstWorkspaceSettings, adminGroupId: roleId };
  await store.workspaces.change(workspace, settings, {
    ...workspace,
    atMs: 0,
    personId: ids.ada,
    command: 'workspace',
    subject: ids.guild,
    before: JSON.stringify(firstWorkspaceSettings),
    after: JSON.stringify(settings),
  });
}

/** What everything in a message says, for tests that look for words. */
export function textOf(message: {
  readonly content: string;
  readonly components: unknown;
  readonly embeds: unknown;
}): string {
  return `${message.content} ${JSON.stringify(message.components)} ${JSON.stringify(message.embeds)}`;
}

/** Every `custom_id` in a message or modal, in order. */
export function customIds(value: unknown): readonly string[] {
  return [...JSON.stringify(value).matchAll(/"custom_id":"(?<id>(?:[^"\\]|\\.)*)"/g)].map(
    ({ groups }) => JSON.parse(`"${groups?.['id']}"`) as string,
  );
}
