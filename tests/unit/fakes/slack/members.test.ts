import { expect, test } from 'vitest';
import { clientOf, codeOf, slackForTest } from './slack-for-test.ts';

const options = {
  users: [
    { id: 'U1', name: 'ada' },
    { id: 'U2', name: 'bob' },
    { id: 'U3', name: 'guest', isGuest: true },
  ],
  channels: [
    { id: 'C1', name: 'news' },
    { id: 'C2', name: 'visited', members: ['U3'], isMember: false },
    { id: 'G1', name: 'board', isPrivate: true, members: ['U1', 'U3'] },
    { id: 'G2', name: 'secret', isPrivate: true, isMember: false, members: ['U1'] },
  ],
};

test.each([
  ['U1', ['C1', 'G1']],
  ['U2', ['C1']],
  ['U3', ['C2', 'G1']],
])('%s is in the conversations %j, private ones only where the bot is too', async (user, expected) => {
  const client = clientOf(await slackForTest(options));

  const { channels } = await client.users.conversations({ user, types: 'public_channel,private_channel' });

  expect(channels?.map(({ id }) => id)).toEqual(expected);
});

test('without a person they are those of the bot, and nobody knows a person who is not there', async () => {
  const client = clientOf(await slackForTest(options));

  const { channels } = await client.users.conversations({ types: 'public_channel,private_channel' });

  expect(channels?.map(({ id }) => id)).toEqual(['C1', 'G1']);
  expect(await codeOf(client.users.conversations({ user: 'U9' }))).toBe('user_not_found');
});

test('the members of a conversation come page by page, the bot last', async () => {
  const client = clientOf(await slackForTest(options));

  const first = await client.conversations.members({ channel: 'G1', limit: 2 });
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await client.conversations.members({ channel: 'G1', limit: 2, cursor });

  expect([first.members, second.members]).toEqual([['U1', 'U3'], ['UBOT1']]);
  expect(second.response_metadata?.next_cursor).toBe('');
  expect(await codeOf(client.conversations.members({ channel: 'G2' }))).toBe('channel_not_found');
});

test('a guest is told as one', async () => {
  const client = clientOf(await slackForTest(options));

  expect((await client.users.info({ user: 'U3' })).user?.is_restricted).toBe(true);
  expect((await client.users.info({ user: 'U1' })).user?.is_restricted).toBe(false);
});
