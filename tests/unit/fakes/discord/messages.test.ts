import { expect, test } from 'vitest';
import { sampleGuild } from '../../../fakes/discord/options.ts';
import { openFake, restTo } from './real-client.ts';
import { refusalOf } from './refusal.ts';

const news = sampleGuild.channels[0].id;
const announcements = sampleGuild.channels[2].id;
const forum = sampleGuild.channels[3].id;
const messagesOf = (channel: string) => `/channels/${channel}/messages` as const;

test('posts, reads, edits and deletes a message', async () => {
  const fake = await openFake();
  const rest = restTo(fake);

  const { id } = Object(await rest.post(messagesOf(news), { body: { content: 'one' } }));
  await rest.patch(`/channels/${news}/messages/${id}`, { body: { content: 'two' } });

  expect(await rest.get(`/channels/${news}/messages/${id}`)).toMatchObject({ id, content: 'two' });
  expect(fake.messagesIn(news)).toMatchObject([{ content: 'two', edits: [{ content: 'two' }] }]);
  await rest.delete(`/channels/${news}/messages/${id}`);
  expect(fake.messages).toEqual([]);
});

test('a nonce that is enforced brings the earlier message for three minutes', async () => {
  let nowMs = Date.UTC(2025, 10, 3);
  const fake = await openFake({ nowMs: () => nowMs });
  const rest = restTo(fake);
  const post = (enforce_nonce: boolean) =>
    rest.post(messagesOf(news), { body: { content: 'one', nonce: 'key', enforce_nonce } });

  const first = await post(true);
  nowMs += 180_000;
  expect(await post(true)).toMatchObject({ id: Object(first)['id'] });
  nowMs += 1;
  expect(await post(true)).not.toMatchObject({ id: Object(first)['id'] });
  await post(false);

  expect(fake.messages).toHaveLength(3);
  expect(first).toMatchObject({ nonce: 'key' });
  expect(JSON.stringify(await rest.get(messagesOf(news)))).not.toContain('nonce');
});

test('history comes newest first, in pages before and after a message', async () => {
  const fake = await openFake();
  const rest = restTo(fake);
  const ids: string[] = [];
  for (const content of ['a', 'b', 'c', 'd'])
    ids.push(Object(await rest.post(messagesOf(news), { body: { content } })).id);
  const page = async (query: Record<string, string>) =>
    Object(await rest.get(messagesOf(news), { query: new URLSearchParams(query) })).map(
      ({ content }: { content: string }) => content,
    );

  expect(await page({})).toEqual(['d', 'c', 'b', 'a']);
  expect(await page({ limit: '2', before: ids[3] ?? '' })).toEqual(['c', 'b']);
  expect(await page({ limit: '2', after: ids[0] ?? '' })).toEqual(['c', 'b']);
  expect(await refusalOf(page({ limit: '101' }))).toMatchObject({ status: 400, code: 50035 });
});

test('refuses an empty message, a message to a forum, and what belongs to others or is gone', async () => {
  const fake = await openFake();
  const rest = restTo(fake);
  const theirs = fake.say('mine', { channelId: news });
  const code = async (request: Promise<unknown>) => (await refusalOf(request))?.code;

  expect(await code(rest.post(messagesOf(news), { body: { content: ' ' } }))).toBe(50006);
  expect(await code(rest.post(messagesOf(forum), { body: { content: 'a' } }))).toBe(40058);
  expect(await code(rest.patch(`/channels/${news}/messages/${theirs.id}`, { body: { content: 'a' } }))).toBe(
    50005,
  );
  fake.messageDelete(theirs.id);
  expect(await code(rest.patch(`/channels/${news}/messages/${theirs.id}`, { body: { content: 'a' } }))).toBe(
    10008,
  );
  fake.channelDelete(news);
  expect(await code(rest.post(messagesOf(news), { body: { content: 'a' } }))).toBe(10003);
  expect(await code(rest.get('/no/such/route'))).toBe(0);
});

test('crossposts a message of an announcement channel once, and no other', async () => {
  const fake = await openFake();
  const rest = restTo(fake);
  const post = async (channel: string) =>
    Object(await rest.post(messagesOf(channel), { body: { content: 'a' } })).id;
  const [inNews, announced] = [await post(news), await post(announcements)];
  const crosspost = (channel: string, id: string) =>
    refusalOf(rest.post(`/channels/${channel}/messages/${id}/crosspost`));

  expect(await crosspost(announcements, announced)).toBeNull();
  expect(await crosspost(announcements, announced)).toMatchObject({ code: 40033 });
  expect(await crosspost(news, inNews)).toMatchObject({ code: 50024 });
  expect(fake.messageOf(announced).isCrossposted).toBe(true);
});

test('knows who is pinged, and that nobody is when nothing is allowed', async () => {
  const fake = await openFake({
    guilds: [{ ...sampleGuild, botPermissions: ['ViewChannel', 'SendMessages', 'MentionEveryone'] }],
  });
  const rest = restTo(fake);
  const role = sampleGuild.roles[0].id;
  const person = sampleGuild.members[1].id;
  const content = `@everyone <@${person}> <@&${role}> \\<@${sampleGuild.ownerId}>`;
  const pings = async (body: object) =>
    fake.messageOf(Object(await rest.post(messagesOf(news), { body })).id).pings;
  const nobody = { users: [], roles: [], everyone: false };

  expect(await pings({ content })).toEqual({ users: [person], roles: [role], everyone: true });
  expect(await pings({ content, allowed_mentions: { parse: [] } })).toEqual(nobody);
  expect(await pings({ content, allowed_mentions: { parse: [], roles: [role] } })).toEqual({
    ...nobody,
    roles: [role],
  });
  const display = {
    flags: 32_768,
    components: [{ type: 10, content }],
    allowed_mentions: { parse: ['users'] },
  };
  expect(await pings(display)).toEqual({ ...nobody, users: [person] });
});

test('opens a direct channel and posts there, unless the person takes none', async () => {
  const shy = { id: '300000000000000007', refusesDirectMessages: true };
  const fake = await openFake({ guilds: [{ ...sampleGuild, members: [...sampleGuild.members, shy] }] });
  const rest = restTo(fake);
  const direct = async (recipient_id: string) => {
    const { id } = Object(await rest.post('/users/@me/channels', { body: { recipient_id } }));
    return refusalOf(rest.post(messagesOf(id), { body: { content: 'hello' } }));
  };

  expect(await direct(sampleGuild.members[0].id)).toBeNull();
  expect(await direct(shy.id)).toMatchObject({ status: 403, code: 50007 });
  expect(await refusalOf(direct('42'))).toMatchObject({ code: 50033 });
  expect(fake.directMessagesTo(sampleGuild.members[0].id)).toMatchObject([{ content: 'hello' }]);
});
