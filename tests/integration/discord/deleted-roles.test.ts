import { beforeEach, expect, test } from 'vitest';
import { firstWorkspaceSettings, type WorkspaceSettings } from '../../../src/domain/workspace.ts';
import { channelSettings } from '../../fakes/channel-settings.ts';
import { type DiscordBot, ids, startDiscordBot } from './discord-bot.ts';

let bot: DiscordBot;
const workspace = { platform: 'discord', workspaceId: ids.guild } as const;
const news = { ...workspace, channelId: ids.news };

beforeEach(async () => {
  bot = await startDiscordBot();
});

async function choose(change: Partial<WorkspaceSettings>): Promise<void> {
  const audit = { ...workspace, personId: ids.ada, atMs: 0, command: 'workspace', subject: ids.guild };
  await bot.store.workspaces.change(
    workspace,
    { ...firstWorkspaceSettings, ...change },
    { ...audit, before: null, after: null },
  );
}

async function callRoleInNews(): Promise<void> {
  const settings = { ...channelSettings, mentions: [{ kind: 'role', id: ids.role }] } as const;
  await bot.store.channels.configure({ ref: news, settings }, 0);
}

const owed = () => bot.store.deliveries.list({ limit: 10 });
const said = 'Discord role that is set up was deleted';

test('admins are told once that a role that is called was deleted, where the workspace hears of troubles', async () => {
  await callRoleInNews();
  await choose({ noticesTo: ids.general, followersBy: { role: ids.role } });

  bot.discord.roleDelete(ids.role);
  await bot.discord.until(() => bot.log.sentences('warn').includes(said));
  await bot.app.stop();

  expect(await owed()).toMatchObject([
    {
      channel: { ...workspace, channelId: ids.general },
      document: {
        paragraphs: [
          expect.stringContaining(ids.role),
          expect.stringContaining(`settings channel ${ids.news}`),
          expect.stringContaining('workspace followers'),
        ],
      },
    },
  ]);
});

test('where nobody is chosen to hear of it, it is logged', async () => {
  await callRoleInNews();

  bot.discord.roleDelete(ids.role);
  await bot.discord.until(() => bot.log.sentences('warn').includes(said));
  await bot.app.stop();

  expect(await owed()).toEqual([]);
});

test("a role that nothing is set up with is nobody's trouble", async () => {
  await choose({ noticesTo: ids.general });

  bot.discord.roleDelete(ids.role);
  const { interaction } = await bot.discord.slash({ name: 'watch list' });
  await bot.discord.until(() => interaction.edits.length > 0);
  await bot.app.stop();

  expect(bot.log.sentences('warn')).not.toContain(said);
  expect(await owed()).toEqual([]);
});
