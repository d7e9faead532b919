import { expect, test } from 'vitest';
import { sampleGuild } from '../../../fakes/discord/options.ts';
import { openFake, restTo } from './real-client.ts';
import { refusalOf } from './refusal.ts';

const [news = '', , announcements = '', forum = ''] = sampleGuild.channels.map(({ id }) => id);
const tag = sampleGuild.channels[3].tags[0].id;
const dayMs = 86_400_000;

async function withThread(nowMs?: () => number) {
  const fake = await openFake(nowMs ? { nowMs } : {});
  const rest = restTo(fake);
  const { id } = Object(await rest.post(`/channels/${news}/messages`, { body: { content: 'head' } }));
  const start = () => rest.post(`/channels/${news}/messages/${id}/threads`, { body: { name: 'Thread' } });
  expect(await start()).toMatchObject({ id, parent_id: news, type: 11 });
  const post = () => rest.post(`/channels/${id}/messages`, { body: { content: 'item' } });
  const change = (body: object) => rest.patch(`/channels/${id}`, { body });
  return { fake, rest, id: String(id), start, post, change };
}

test('a thread of a message has its id, and there is one only', async () => {
  const { fake, id, start, post } = await withThread();

  expect(await refusalOf(start())).toMatchObject({ code: 160004 });
  await post();
  expect(fake.messagesIn(id)).toMatchObject([{ content: 'item' }]);
  fake.threadDelete(id);
  expect(await refusalOf(post())).toMatchObject({ code: 10003 });
});

test('an archived thread takes no edit, opens for a message, and can be opened first', async () => {
  const { fake, rest, id, post, change } = await withThread();
  const item = Object(await post());
  const edit = () => rest.patch(`/channels/${id}/messages/${item.id}`, { body: { content: 'new' } });

  fake.threadArchive(id);
  expect(await refusalOf(edit())).toMatchObject({ code: 50083 });
  expect(await refusalOf(change({ name: 'Other' }))).toMatchObject({ code: 50083 });
  await change({ archived: false });
  expect(await refusalOf(edit())).toBeNull();
  fake.threadArchive(id);
  await post();
  expect(fake.threads).toMatchObject([{ isArchived: false }]);
});

test('a locked thread takes messages of those only who manage threads', async () => {
  const { fake, id, post } = await withThread();
  fake.threadArchive(id, { isLocked: true });

  fake.removePermission(news, 'ManageThreads');
  expect(await refusalOf(post())).toMatchObject({ code: 160005 });
  fake.restorePermission(news, 'ManageThreads');
  expect(await refusalOf(post())).toBeNull();
});

test('a thread archives itself a day after its last message', async () => {
  let nowMs = Date.UTC(2025, 10, 3);
  const { rest, id } = await withThread(() => nowMs);
  const isArchived = async () => Object(await rest.get(`/channels/${id}`)).thread_metadata.archived;

  nowMs += dayMs;
  expect(await isArchived()).toBe(false);
  nowMs += 1;
  expect(await isArchived()).toBe(true);
});

test('a forum post has tags of the forum and a first message with its own id', async () => {
  const fake = await openFake();
  const rest = restTo(fake);
  const post = (more: object) =>
    rest.post(`/channels/${forum}/threads`, {
      body: { name: 'Story', message: { content: 'first' }, ...more },
    });

  const { id } = Object(await post({ applied_tags: [tag] }));
  expect(fake.messageOf(id)).toMatchObject({ channelId: id, content: 'first' });
  expect(fake.threads).toMatchObject([{ id, parentId: forum, tags: [tag] }]);
  expect(await refusalOf(post({ applied_tags: ['1'] }))).toMatchObject({ code: 10087 });
  expect(await refusalOf(post({ message: { content: '' } }))).toMatchObject({ code: 50006 });
  expect(await refusalOf(post({ name: 'a'.repeat(101) }))).toMatchObject({
    fields: ['name BASE_TYPE_BAD_LENGTH'],
  });
});

test('a forum that needs a tag says so', async () => {
  const strict = { ...sampleGuild.channels[3], needsTag: true };
  const fake = await openFake({ guilds: [{ ...sampleGuild, channels: [strict] }] });
  const post = (applied_tags: readonly string[]) =>
    restTo(fake).post(`/channels/${forum}/threads`, {
      body: { name: 'Story', message: { content: 'first' }, applied_tags },
    });

  expect(await refusalOf(post([]))).toMatchObject({ code: 40067 });
  expect(await refusalOf(post([tag]))).toBeNull();
});

test.each([
  ['ViewChannel', 50001],
  ['SendMessages', 50013],
] as const)('without %s a message is refused', async (permission, code) => {
  const fake = await openFake();
  const post = () => restTo(fake).post(`/channels/${news}/messages`, { body: { content: 'a' } });

  fake.removePermission(news, permission);
  expect(await refusalOf(post())).toMatchObject({ status: 403, code });
  fake.restorePermission(news, permission);
  expect(await refusalOf(post())).toBeNull();
});

test('without EmbedLinks embeds are refused, without CreatePublicThreads threads, without history it is empty', async () => {
  const fake = await openFake();
  const rest = restTo(fake);
  const { id } = Object(await rest.post(`/channels/${news}/messages`, { body: { content: 'a' } }));
  for (const permission of ['EmbedLinks', 'CreatePublicThreads', 'ReadMessageHistory'] as const)
    fake.removePermission(news, permission);

  const embeds = [{ title: 'a' }];
  expect(await refusalOf(rest.post(`/channels/${news}/messages`, { body: { embeds } }))).toMatchObject({
    code: 50013,
  });
  const thread = rest.post(`/channels/${news}/messages/${id}/threads`, { body: { name: 'a' } });
  expect(await refusalOf(thread)).toMatchObject({ code: 50013 });
  expect(await rest.get(`/channels/${news}/messages`)).toEqual([]);
});

test('a bot that was removed has no access, and a guild that it joins later has', async () => {
  const fake = await openFake();
  const rest = restTo(fake);

  fake.kick(sampleGuild.id);
  expect(await refusalOf(rest.get(`/channels/${news}`))).toMatchObject({ code: 50001 });
  expect(await refusalOf(rest.get(`/guilds/${sampleGuild.id}`))).toMatchObject({ code: 10004 });
  fake.guildCreate({ id: '7', channels: [{ id: '8' }] });
  expect(await rest.get('/channels/8')).toMatchObject({ guild_id: '7' });
  expect(await rest.get('/guilds/7/members/300000000000000000')).toMatchObject({ roles: [] });
});

test('a thread of an announcement channel is one of its own type', async () => {
  const fake = await openFake();
  const rest = restTo(fake);
  const { id } = Object(await rest.post(`/channels/${announcements}/messages`, { body: { content: 'a' } }));

  const thread = await rest.post(`/channels/${announcements}/messages/${id}/threads`, {
    body: { name: 'a' },
  });
  expect(thread).toMatchObject({ type: 10 });
});
