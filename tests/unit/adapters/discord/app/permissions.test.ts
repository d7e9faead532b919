import { PermissionFlagsBits as bits, PermissionsBitField } from 'discord.js';
import { expect, test } from 'vitest';
import { channelPermissions, guildPermissions } from '../../../../../adapters/discord/compute-permissions.ts';
import { inviteLink } from '../../../../../adapters/discord/invite.ts';
import { isServerAdmin, usedPermissions } from '../../../../../adapters/discord/permissions.ts';

const guild = {
  ownerId: '9',
  roles: [
    { id: '1', permissions: String(bits.ViewChannel | bits.SendMessages) },
    { id: '2', permissions: String(bits.ManageGuild) },
    { id: '3', permissions: String(bits.Administrator) },
  ],
};
const holder = (...roleIds: string[]) => ({ guildId: '1', personId: '5', roleIds });

test('a member holds what everyone does, and what the own roles do', () => {
  expect(guildPermissions(holder('2'), guild)).toBe(bits.ViewChannel | bits.SendMessages | bits.ManageGuild);
});

test('owner and administrators hold all', () => {
  expect(guildPermissions({ ...holder(), personId: '9' }, guild) & bits.ManageGuild).toBe(bits.ManageGuild);
  expect(guildPermissions(holder('3'), guild) & bits.ManageThreads).toBe(bits.ManageThreads);
});

test('who may manage the server is an admin, and who may write in it is none', () => {
  expect(isServerAdmin(guildPermissions(holder('2'), guild))).toBe(true);
  expect(isServerAdmin(guildPermissions(holder(), guild))).toBe(false);
});

test("a member's own overwrite goes before the roles', and those before everyone's", () => {
  const base = guildPermissions(holder('2'), guild);
  const overwrite = (id: string, allow: bigint, deny: bigint) => ({
    id,
    allow: String(allow),
    deny: String(deny),
  });
  const everyone = overwrite('1', 0n, bits.SendMessages);
  const role = overwrite('2', bits.SendMessages, 0n);
  const member = overwrite('5', 0n, bits.SendMessages);

  expect(channelPermissions(base, holder('2'), [role, everyone]) & bits.SendMessages).toBe(bits.SendMessages);
  expect(channelPermissions(base, holder('2'), [member, role, everyone]) & bits.SendMessages).toBe(0n);
});

test('who does not see a channel may do nothing in it', () => {
  const base = guildPermissions(holder(), guild);

  expect(channelPermissions(base, holder(), [{ id: '1', allow: '0', deny: String(bits.ViewChannel) }])).toBe(
    0n,
  );
});

test('the invite link asks for the permissions that are used, and for no other', () => {
  const link = new URL(inviteLink('42'));
  const asked = new PermissionsBitField(BigInt(link.searchParams.get('permissions') ?? '0')).toArray();

  expect(link.searchParams.get('client_id')).toBe('42');
  expect(link.searchParams.get('scope')).toBe('bot applications.commands');
  expect(asked.toSorted()).toEqual([
    'CreatePublicThreads',
    'EmbedLinks',
    'ReadMessageHistory',
    'SendMessages',
    'SendMessagesInThreads',
    'ViewChannel',
  ]);
  expect(usedPermissions.every(({ use }) => use !== '')).toBe(true);
});
