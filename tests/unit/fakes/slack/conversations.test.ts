import type { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { clientOf, codeOf, slackForTest } from './slack-for-test.ts';

async function post(client: webApi.WebClient, ...texts: readonly string[]): Promise<readonly string[]> {
  const all: string[] = [];
  for (const text of texts) {
    const metadata = { event_type: 'wire', event_payload: { key: text } };
    all.push((await client.chat.postMessage({ channel: 'C1', text, metadata })).ts ?? '');
  }
  return all;
}

test('the history gives the newest first, page by page', async () => {
  const slack = await slackForTest();
  const client = clientOf(slack);
  await post(client, 'a', 'b', 'c');

  const first = await client.conversations.history({ channel: 'C1', limit: 2 });
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await client.conversations.history({ channel: 'C1', limit: 2, cursor });

  expect(first.messages?.map(({ text }) => text)).toEqual(['c', 'b']);
  expect(first.has_more).toBe(true);
  expect(second.messages?.map(({ text }) => text)).toEqual(['a']);
  expect(second.has_more).toBe(false);
  expect(await codeOf(client.conversations.history({ channel: 'C1', cursor: 'nonsense' }))).toBe(
    'invalid_cursor',
  );
  expect(await codeOf(client.conversations.history({ channel: 'C1', limit: 1_001 }))).toBe('invalid_limit');
});

test('a page of an app outside the Marketplace has fifteen messages', async () => {
  const slack = await slackForTest({ historyPageMax: 15 });
  const client = clientOf(slack);
  await post(client, ...Array.from({ length: 16 }, (_, index) => `m${index}`));

  expect((await client.conversations.history({ channel: 'C1', limit: 200 })).messages).toHaveLength(15);
});

test('metadata is given only when it is asked for', async () => {
  const slack = await slackForTest();
  const client = clientOf(slack);
  await post(client, 'a');

  const without = await client.conversations.history({ channel: 'C1' });
  const withIt = await client.conversations.history({ channel: 'C1', include_all_metadata: true });

  expect(without.messages?.[0]?.metadata).toBeUndefined();
  expect(withIt.messages?.[0]?.metadata).toEqual({ event_type: 'wire', event_payload: { key: 'a' } });
});

test('a window of time leaves out its ends unless they are wanted', async () => {
  const slack = await slackForTest();
  const client = clientOf(slack);
  const [oldest = '', , latest = ''] = await post(client, 'a', 'b', 'c');
  const window = { channel: 'C1', oldest, latest };

  const within = await client.conversations.history(window);
  const inclusive = await client.conversations.history({ ...window, inclusive: true });

  expect(within.messages?.map(({ text }) => text)).toEqual(['b']);
  expect(inclusive.messages?.map(({ text }) => text)).toEqual(['c', 'b', 'a']);
});

test('replies stand in their thread and not in the history, unless they are broadcast', async () => {
  const slack = await slackForTest();
  const client = clientOf(slack);
  const [thread_ts = ''] = await post(client, 'root');
  await client.chat.postMessage({ channel: 'C1', text: 'quiet', thread_ts });
  await client.chat.postMessage({ channel: 'C1', text: 'loud', thread_ts, reply_broadcast: true });

  const history = await client.conversations.history({ channel: 'C1' });
  const replies = await client.conversations.replies({ channel: 'C1', ts: thread_ts });

  expect(history.messages?.map(({ text }) => text)).toEqual(['loud', 'root']);
  expect(replies.messages?.map(({ text }) => text)).toEqual(['root', 'quiet', 'loud']);
  expect(await codeOf(client.conversations.replies({ channel: 'C1', ts: '1.000001' }))).toBe(
    'thread_not_found',
  );
});

test('every page of a thread begins with its root', async () => {
  const slack = await slackForTest();
  const client = clientOf(slack);
  const [ts = ''] = await post(client, 'root');
  for (const text of ['a', 'b']) await client.chat.postMessage({ channel: 'C1', text, thread_ts: ts });

  const first = await client.conversations.replies({ channel: 'C1', ts, limit: 1 });
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await client.conversations.replies({ channel: 'C1', ts, limit: 1, cursor });

  expect(first.messages?.map(({ text }) => text)).toEqual(['root', 'a']);
  expect(second.messages?.map(({ text }) => text)).toEqual(['root', 'b']);
});

test('channels are told with whether the app is in them, and private ones only to members', async () => {
  const slack = await slackForTest({
    channels: [
      { id: 'C1', name: 'news' },
      { id: 'C2', name: 'elsewhere', isMember: false },
      { id: 'C3', name: 'secret', isPrivate: true, isMember: false },
    ],
  });
  const client = clientOf(slack);
  const types = 'public_channel,private_channel';
  const ids = (answer: { channels?: { id?: string }[] }) => answer.channels?.map(({ id }) => id);

  expect((await client.conversations.info({ channel: 'C2' })).channel).toMatchObject({
    is_member: false,
    is_archived: false,
  });
  expect(ids(await client.conversations.list({ types }))).toEqual(['C1', 'C2']);
  expect(ids(await client.users.conversations({ types }))).toEqual(['C1']);
  expect(await codeOf(client.conversations.info({ channel: 'C3' }))).toBe('channel_not_found');
  await client.conversations.join({ channel: 'C2' });
  expect(ids(await client.users.conversations({ types, limit: 1 }))).toEqual(['C1']);
  expect(ids(await client.users.conversations({ types }))).toEqual(['C1', 'C2']);
});

test('people and groups are told as Slack knows them', async () => {
  const slack = await slackForTest({
    users: [
      { id: 'U1', name: 'ada' },
      { id: 'U2', name: 'grace', isPrimaryOwner: true, tz: 'Asia/Tokyo' },
    ],
    userGroups: [{ id: 'S1', handle: 'editors', name: 'Editors', userIds: ['U1'] }],
  });
  const client = clientOf(slack);

  expect((await client.users.info({ user: 'U1' })).user).toMatchObject({
    is_admin: false,
    is_owner: false,
    tz: 'Europe/Berlin',
  });
  expect((await client.users.info({ user: 'U2' })).user).toMatchObject({
    is_admin: true,
    is_owner: true,
    is_primary_owner: true,
    tz: 'Asia/Tokyo',
  });
  expect((await client.usergroups.users.list({ usergroup: 'S1' })).users).toEqual(['U1']);
  expect(await codeOf(client.users.info({ user: 'U9' }))).toBe('user_not_found');
  expect(await codeOf(client.usergroups.users.list({ usergroup: 'S9' }))).toBe('no_such_subteam');
});
