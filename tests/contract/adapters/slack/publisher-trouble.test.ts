import { expect, test } from 'vitest';
import { createSlackPublisher } from '../../../../adapters/slack/publisher.ts';
import { createSlackClient } from '../../../../adapters/slack/web-client.ts';
import { RecordingLog } from '../../../fakes/recording-log.ts';
import { simply } from '../../../fakes/simple-publisher.ts';
import { messageOf, news, slackBench } from './publisher-bench.ts';

test('waits as long as Slack asks it to', async () => {
  const { slack, publisher, standing } = await slackBench();
  slack.rateLimitNext('chat.postMessage', 30);

  const outcome = await publisher.publish(messageOf('one'));

  expect(outcome).toEqual({
    kind: 'postponed',
    retryAfterMs: 30_000,
    problem: 'Slack asks for a pause; the message waits.',
  });
  expect(standing()).toEqual([]);
});

test('says what is wrong with the channel, and what to do', async () => {
  const { slack, publisher } = await slackBench({
    channels: [
      { id: 'C1', name: 'news', isMember: false },
      { id: 'C2', name: 'old', isArchived: true },
    ],
  });
  slack.failNext('chat.postMessage', 'restricted_action');
  const problems: string[] = [];

  for (const channelId of ['C1', 'C1', 'C2', 'C3']) {
    const outcome = await publisher.publish(
      messageOf(`one-${problems.length}`, { channel: { ...news, channelId } }),
    );
    problems.push(outcome.kind === 'refused' ? outcome.problem : outcome.kind);
  }

  expect(problems).toEqual([
    'An admin of Slack lets only some people post here; ask them to let the bot post.',
    'The bot is not in this channel; invite it there with /invite.',
    'The channel is archived; unarchive it, or choose another one.',
    'Slack knows no such channel, or the bot may not see it; invite the bot with /invite.',
  ]);
});

test('says when its access was revoked, when nobody installed it, and which scope it lacks', async () => {
  const { slack, publisher } = await slackBench();
  slack.failNext('chat.postMessage', 'missing_scope', { needed: 'chat:write' });

  const lacking = await publisher.publish(messageOf('one'));
  slack.revokeToken('xoxb-1');
  const revoked = await publisher.publish(messageOf('two'));
  const foreign = await publisher.publish(messageOf('three', { channel: { ...news, workspaceId: 'T9' } }));

  expect([lacking, revoked, foreign]).toEqual([
    {
      kind: 'refused',
      problem:
        'The bot lacks the scope chat:write; add it in the app settings and install the app in this workspace again.',
    },
    { kind: 'off', problem: "The bot's access was revoked; install the app in this workspace again." },
    { kind: 'off', problem: 'The app is not installed in the workspace T9; install it there.' },
  ]);
});

test.each(['lost', 'dropped', 'failed'] as const)(
  'does not know what became of a message that is %s',
  async (mishap) => {
    const { publisher, mishaps, standing } = await slackBench();
    mishaps.push(mishap);

    const outcome = await publisher.publish(messageOf('one'));
    const found = await publisher.find('one', news, null);

    expect(outcome).toEqual({
      kind: 'unknown',
      retryAfterMs: null,
      problem: expect.stringMatching(/^Slack .*\.$/),
    });
    expect(found.kind).toBe(mishap === 'lost' ? 'posted' : 'absent');
    expect(standing()).toHaveLength(mishap === 'lost' ? 1 : 0);
  },
);

test('waits when Slack cannot be reached, since nothing was sent', async () => {
  const log = new RecordingLog();
  const { slack } = await slackBench();
  const { apiUrl } = slack;
  const client = createSlackClient('xoxb-1', { apiUrl, log });
  const publisher = simply(createSlackPublisher({ clients: { of: async () => client }, log }));
  await slack.stop();

  const outcome = await publisher.publish(messageOf('one'));

  expect(outcome).toMatchObject({ kind: 'postponed', retryAfterMs: null });
  expect(await publisher.find('one', news, null)).toMatchObject({ kind: 'unknown' });
});

test('posts once when it is asked twice at once', async () => {
  const { publisher, standing } = await slackBench();

  const [one, two] = await Promise.all([
    publisher.publish(messageOf('one')),
    publisher.publish(messageOf('one')),
  ]);

  expect(one).toEqual(two);
  expect(standing()).toEqual(['one']);
});

test('asks once who it is, and opens the direct messages with a person once', async () => {
  const { slack, publisher } = await slackBench();
  const channel = { ...news, channelId: 'person:U1' };

  for (const key of ['one', 'two']) await publisher.publish(messageOf(key, { channel }));

  const methods = slack.calls.map(({ method }) => method);
  expect(methods).toEqual(['auth.test', 'conversations.open', 'chat.postMessage', 'chat.postMessage']);
  expect(slack.messages.map(({ channel }) => channel)).toEqual(['DU1', 'DU1']);
});

test('opens direct messages anew when those that it knew are not there any more', async () => {
  const { slack, publisher, standing } = await slackBench();
  const channel = { ...news, channelId: 'person:U1' };
  await publisher.publish(messageOf('one', { channel }));
  slack.failNext('chat.postMessage', 'channel_not_found');

  const outcome = await publisher.publish(messageOf('two', { channel }));
  slack.failNext('chat.postMessage', 'channel_not_found');
  slack.failNext('chat.postMessage', 'channel_not_found');
  const lasting = await publisher.publish(messageOf('three', { channel }));

  expect(outcome.kind).toBe('posted');
  expect(lasting.kind).toBe('refused');
  expect(standing()).toEqual(['one', 'two']);
});

test('says that the thread is gone, and no more than that', async () => {
  const { slack, publisher } = await slackBench();

  const below = await publisher.publish(messageOf('one', { threadMessageId: '1.000001' }));
  slack.failNext('chat.postMessage', 'is_archived');
  const archived = await publisher.publish(messageOf('two'));

  expect(below).toEqual({ kind: 'gone', problem: 'The thread is gone from Slack.' });
  expect(archived.kind).toBe('refused');
});

test('refuses direct messages to nobody', async () => {
  const { publisher } = await slackBench();

  const outcome = await publisher.publish(
    messageOf('one', { channel: { ...news, channelId: 'person:U404' } }),
  );

  expect(outcome).toMatchObject({ kind: 'refused', problem: expect.stringMatching(/no such person/) });
});
