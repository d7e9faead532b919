import { expect, test } from 'vitest';
import { clientOf, codeOf, refusalOf, slackForTest } from './slack-for-test.ts';

const channels = [
  { id: 'C1', name: 'news' },
  { id: 'C2', name: 'elsewhere', isMember: false },
  { id: 'C3', name: 'old', isArchived: true },
  { id: 'C4', name: 'secret', isMember: false, isPrivate: true },
];

test('a message that was posted stands with what it carries', async () => {
  const slack = await slackForTest({ nowMs: () => 1_700_000_000_000 });
  const blocks = [{ type: 'divider' }];
  const metadata = { event_type: 'wire', event_payload: { key: 'k1' } };

  const answer = await clientOf(slack).chat.postMessage({ channel: 'C1', text: 'Hello', blocks, metadata });

  expect(answer).toMatchObject({ ok: true, channel: 'C1', ts: '1700000000.000000' });
  expect(slack.messages).toEqual([
    expect.objectContaining({ channel: 'C1', user: 'UBOT1', bot_id: 'B1', text: 'Hello', blocks, metadata }),
  ]);
  expect(slack.calls).toMatchObject([{ method: 'chat.postMessage', token: 'xoxb-1', status: 200 }]);
});

test.each([
  ['C9', 'channel_not_found'],
  ['C2', 'not_in_channel'],
  ['C3', 'is_archived'],
  ['C4', 'channel_not_found'],
])('a message to %s is refused: %s', async (channel, code) => {
  const slack = await slackForTest({ channels });

  expect(await codeOf(clientOf(slack).chat.postMessage({ channel, text: 'Hello' }))).toBe(code);
  expect(slack.messages).toEqual([]);
});

test('blocks that Slack would not show are refused with the place', async () => {
  const slack = await slackForTest();
  const blocks = [{ type: 'banner' }];

  expect(
    await refusalOf(clientOf(slack).chat.postMessage({ channel: 'C1', text: 'a', blocks })),
  ).toMatchObject({
    error: 'invalid_blocks',
    response_metadata: { messages: ['[ERROR] unsupported type: banner [json-pointer:/blocks/0/type]'] },
  });
});

test('a person is written to by their id, in direct messages that open by themselves', async () => {
  const slack = await slackForTest();
  const client = clientOf(slack);

  const posted = await client.chat.postMessage({ channel: 'U1', text: 'Hello' });
  const opened = await client.conversations.open({ users: 'U1' });

  expect(posted.channel).toBe(opened.channel?.id);
  expect(await codeOf(client.conversations.open({ users: 'U9' }))).toBe('user_not_found');
});

test('an edit changes what it names and keeps the rest', async () => {
  const slack = await slackForTest();
  const client = clientOf(slack);
  const metadata = { event_type: 'wire', event_payload: { key: 'k1' } };
  const { ts = '' } = await client.chat.postMessage({
    channel: 'C1',
    text: 'a',
    blocks: [{ type: 'divider' }],
    metadata,
  });

  await client.chat.update({ channel: 'C1', ts, text: 'b' });

  expect(slack.messages).toEqual([
    expect.objectContaining({
      ts,
      text: 'b',
      blocks: [{ type: 'divider' }],
      metadata,
      edited: expect.anything(),
    }),
  ]);
  expect(await codeOf(client.chat.update({ channel: 'C1', ts: '1.000001', text: 'c' }))).toBe(
    'message_not_found',
  );
});

test('the app cannot edit or delete what a person wrote', async () => {
  const slack = await slackForTest({ ackDeadlineMs: 1 });
  const { ts } = await slack.say('Hello', { channel: 'C1', user: 'U1' });
  const client = clientOf(slack);

  expect(await codeOf(client.chat.update({ channel: 'C1', ts, text: 'b' }))).toBe('cant_update_message');
  expect(await codeOf(client.chat.delete({ channel: 'C1', ts }))).toBe('cant_delete_message');
});

test('a message that was deleted is gone, and a root with replies leaves a tombstone', async () => {
  const slack = await slackForTest();
  const client = clientOf(slack);
  const root = await client.chat.postMessage({ channel: 'C1', text: 'root' });
  const reply = await client.chat.postMessage({ channel: 'C1', text: 'reply', thread_ts: root.ts ?? '' });

  await client.chat.delete({ channel: 'C1', ts: root.ts ?? '' });
  expect(slack.messages.map(({ text }) => text)).toEqual(['This message was deleted.', 'reply']);
  await client.chat.delete({ channel: 'C1', ts: reply.ts ?? '' });
  expect(slack.messages.map(({ text }) => text)).toEqual(['This message was deleted.']);
});

test('a reply needs a root that stands', async () => {
  const slack = await slackForTest();
  const client = clientOf(slack);
  const root = await client.chat.postMessage({ channel: 'C1', text: 'root' });
  const reply = await client.chat.postMessage({ channel: 'C1', text: 'reply', thread_ts: root.ts ?? '' });

  expect(slack.messages).toMatchObject([{ replyCount: 1 }, { thread_ts: root.ts }]);
  for (const thread_ts of ['1.000001', reply.ts ?? ''])
    expect(await codeOf(client.chat.postMessage({ channel: 'C1', text: 'a', thread_ts }))).toBe(
      'thread_not_found',
    );
});

test('a permalink leads to a message, and for a reply into its thread', async () => {
  const slack = await slackForTest({ nowMs: () => 1_700_000_000_000 });
  const client = clientOf(slack);
  const { ts = '' } = await client.chat.postMessage({ channel: 'C1', text: 'root' });
  const reply = await client.chat.postMessage({ channel: 'C1', text: 'reply', thread_ts: ts });

  const linkTo = async (message_ts = '') =>
    (await client.chat.getPermalink({ channel: 'C1', message_ts })).permalink;
  expect(await linkTo(ts)).toBe('https://t1.slack.com/archives/C1/p1700000000000000');
  expect(await linkTo(reply.ts)).toContain(`?thread_ts=${ts}&cid=C1`);
  expect(await codeOf(linkTo('1.000001'))).toBe('message_not_found');
});

test('an ephemeral is shown to one person of the workspace', async () => {
  const slack = await slackForTest();
  const client = clientOf(slack);

  await client.chat.postEphemeral({ channel: 'C1', user: 'U1', text: 'Hello' });

  expect(slack.ephemerals).toMatchObject([{ channel: 'C1', user: 'U1', text: 'Hello', from: 'method' }]);
  expect(slack.messages).toEqual([]);
  expect(await codeOf(client.chat.postEphemeral({ channel: 'C1', user: 'U9', text: 'a' }))).toBe(
    'user_not_in_channel',
  );
});

test('a reaction is put once', async () => {
  const slack = await slackForTest();
  const client = clientOf(slack);
  const { ts = '' } = await client.chat.postMessage({ channel: 'C1', text: 'a' });

  await client.reactions.add({ channel: 'C1', timestamp: ts, name: 'eyes' });

  expect(slack.messages[0]?.reactions).toEqual([{ name: 'eyes', users: ['UBOT1'] }]);
  expect(await codeOf(client.reactions.add({ channel: 'C1', timestamp: ts, name: 'eyes' }))).toBe(
    'already_reacted',
  );
});
