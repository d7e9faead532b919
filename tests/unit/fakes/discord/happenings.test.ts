import { Events, GatewayIntentBits } from 'discord.js';
import { expect, test } from 'vitest';
import { loadOpenapiCheck } from '../../../fakes/discord/openapi-check.ts';
import { sampleGuild } from '../../../fakes/discord/options.ts';
import { loggedIn, openFake, restTo } from './real-client.ts';

const [news = '', general = ''] = sampleGuild.channels.map(({ id }) => id);
const role = sampleGuild.roles[0].id;

test('the real client hears of a guild that comes, is out for a while, and is left', async () => {
  const fake = await openFake();
  const client = await loggedIn(fake);
  const heard: string[] = [];
  client.on(Events.GuildCreate, ({ id }) => heard.push(`joined ${id}`));
  client.on(Events.GuildDelete, ({ id }) => heard.push(`left ${id}`));
  client.on(Events.GuildUnavailable, ({ id }) => heard.push(`out ${id}`));
  client.on(Events.GuildAvailable, ({ id }) => heard.push(`back ${id}`));

  fake.guildCreate({ id: '7', channels: [] });
  fake.guildOutage('7');
  fake.guildReturns('7');
  fake.kick('7');
  await fake.until(() => heard.length === 4);

  expect(heard).toEqual(['joined 7', 'out 7', 'back 7', 'left 7']);
});

test('the real client hears of what is deleted, and of a permission that is taken', async () => {
  const fake = await openFake({ privilegedIntents: GatewayIntentBits.GuildMembers });
  const { id } = Object(await restTo(fake).post(`/channels/${news}/messages`, { body: { content: 'head' } }));
  await restTo(fake).post(`/channels/${news}/messages/${id}/threads`, { body: { name: 'Thread' } });
  const client = await loggedIn(fake, [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers]);
  const heard: string[] = [];
  client.on(Events.ThreadDelete, (thread) => heard.push(`thread ${thread.id}`));
  client.on(Events.GuildRoleDelete, (deleted) => heard.push(`role ${deleted.id}`));
  client.on(Events.GuildMemberRemove, (member) => heard.push(`member ${member.id}`));
  client.on(Events.ChannelDelete, (channel) => heard.push(`channel ${channel.id}`));
  client.on(Events.ChannelUpdate, (_, channel) => {
    const me = 'guild' in channel ? channel.guild.members.me : null;
    if (me && 'permissionsFor' in channel)
      heard.push(`may post ${channel.permissionsFor(me).has('SendMessages')}`);
  });

  fake.threadDelete(id);
  fake.roleDelete(role);
  fake.memberLeaves(sampleGuild.id, sampleGuild.members[1].id);
  fake.removePermission(news, 'SendMessages');
  fake.channelDelete(general);
  await fake.until(() => heard.length === 5);

  expect(heard).toEqual([
    `thread ${id}`,
    `role ${role}`,
    `member ${sampleGuild.members[1].id}`,
    'may post false',
    `channel ${general}`,
  ]);
});

test('bodies of calls are kept as they came, ready for a check by the description', async () => {
  const fake = await openFake();
  await restTo(fake).post(`/channels/${news}/messages`, { body: { content: 'a' } });
  const check = loadOpenapiCheck();

  const [call] = fake.calls;
  expect(call).toMatchObject({
    method: 'POST',
    route: '/channels/:channel/messages',
    status: 200,
    code: null,
  });
  expect(call?.body).toMatchObject({ content: 'a' });
  expect(check?.(call?.method ?? '', call?.route ?? '', call?.body) ?? []).toEqual([]);
});
