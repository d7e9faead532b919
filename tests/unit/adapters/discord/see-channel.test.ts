import { DiscordAPIError, PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import type { AskApi, AskedChannel } from '../../../../adapters/discord/ask-api.ts';
import { createSight } from '../../../../adapters/discord/see-channel.ts';

const [guild, member, guest, owner] = ['1', '11', '12', '13'];
const view = String(PermissionFlagsBits.ViewChannel);
const roles = [
  { id: guild, name: '@everyone', permissions: view },
  { id: '21', name: 'Board', permissions: '0' },
  { id: '22', name: 'Moderators', permissions: String(PermissionFlagsBits.ManageThreads) },
  { id: '23', name: 'Admins', permissions: String(PermissionFlagsBits.Administrator) },
];
const forBoard = [
  { id: guild, allow: '0', deny: view },
  { id: '21', allow: view, deny: '0' },
];
const memberRoles: Readonly<Record<string, readonly string[]>> = {
  [member]: ['21'],
  [guest]: [],
  [owner]: [],
  '14': ['22'],
  '15': ['23'],
};
const open = { id: '31', type: 0, guild_id: guild };
const board = { id: '32', type: 0, guild_id: guild, permission_overwrites: forBoard };
const threads: readonly AskedChannel[] = [
  { id: '41', type: 11, guild_id: guild, parent_id: '32' },
  { id: '42', type: 12, guild_id: guild, parent_id: '31' },
  { id: '43', type: 11, guild_id: '2', parent_id: '99' },
];

function refusal(code: number): DiscordAPIError {
  return new DiscordAPIError({ code, message: 'No' }, code, 404, 'GET', 'https://discord.example', {});
}

/** Discord as it answers this bot; counts how often it is asked. */
function scene() {
  const asked: string[] = [];
  const no = (): never => {
    throw new Error('This was not to be asked.');
  };
  const ask: AskApi = {
    ...{ me: no, applicationId: no, guilds: no, commands: no, putCommands: no },
    ownerOf: async () => owner,
    roles: async () => roles,
    async memberRoles(_, personId) {
      asked.push('member');
      const held = memberRoles[personId];
      if (personId === '19') throw new TypeError('fetch failed');
      if (!held) throw refusal(10_007);
      return held;
    },
    async channels() {
      asked.push('channels');
      return [open, board];
    },
    async channel(channelId) {
      const found = threads.find(({ id }) => id === channelId);
      if (!found) throw refusal(10_003);
      return found;
    },
  };
  const maySee = createSight(ask);
  const sees = (channelId: string, personId: string) =>
    maySee({ platform: 'discord', workspaceId: guild, channelId }, personId);
  return { asked, sees };
}

test.each([
  ['an open channel, everybody', '31', guest, true],
  ['a channel of a role, its members', '32', member, true],
  ['a channel of a role, nobody else', '32', guest, false],
  ['a channel of a role, the owner', '32', owner, true],
  ['a channel of a role, who holds Administrator', '32', '15', true],
  ['a thread, those who see its channel', '41', member, true],
  ['a thread, nobody else', '41', guest, false],
  ['a private thread, who manages threads', '42', '14', true],
  ['a private thread, nobody else', '42', guest, false],
  ["another server's thread, nobody", '43', member, false],
  ['a channel that is gone, nobody', '39', owner, false],
  ['an open channel, nobody who left', '31', '18', false],
])('sees %s: %s for %s is %s', async (_, channelId, personId, isSeen) => {
  expect(await scene().sees(channelId, personId)).toBe(isSeen);
});

test('one answer is for all channels that are asked about at once', async () => {
  const { asked, sees } = scene();

  await Promise.all(['31', '32', '31'].map((channelId) => sees(channelId, member)));

  expect(asked).toEqual(['member', 'channels']);
});

test('where Discord cannot be asked a sentence says so', async () => {
  await expect(scene().sees('31', '19')).rejects.toThrow(
    /^Discord does not say who sees which channel now\. .+\.$/,
  );
});
