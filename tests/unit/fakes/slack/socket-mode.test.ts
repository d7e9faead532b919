import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket as WebSocketClient } from 'ws';
import type { FakeSlack } from '../../../fakes/slack/fake-slack.ts';
import type { JsonObject } from '../../../fakes/slack/json.ts';
import { eventually, socketApp } from './bolt-for-test.ts';
import { clientOf, slackForTest } from './slack-for-test.ts';

test('a command goes to the app and its answers to the person, by ack and by response_url', async () => {
  const slack = await slackForTest();
  await socketApp(slack, (app) =>
    app.command('/wire', async ({ ack, respond, command }) => {
      await ack(`You said ${command.text}`);
      await respond('And more');
      await respond({ text: 'To all', response_type: 'in_channel' });
    }),
  );

  const delivery = await slack.command({ command: '/wire', text: 'help', userId: 'U1', channelId: 'C1' });

  expect(delivery).toMatchObject({
    outcome: 'acked',
    kind: 'slash_commands',
    payload: { text: 'You said help' },
  });
  expect(delivery.tookMs).toBeLessThan(3_000);
  await eventually(() =>
    expect(slack.messages).toMatchObject([{ channel: 'C1', user: 'UBOT1', text: 'To all' }]),
  );
  expect(slack.ephemerals).toMatchObject([
    { user: 'U1', text: 'You said help', from: 'ack' },
    { user: 'U1', text: 'And more', from: 'response_url' },
  ]);
});

test('a mention, direct messages and a reaction come as events', async () => {
  const slack = await slackForTest();
  const seen: string[] = [];
  await socketApp(slack, (app) => {
    app.event('app_mention', async ({ event, say }) => {
      seen.push(event.text);
      await say({ text: 'Here', thread_ts: event.ts });
    });
    app.message(async ({ message }) => {
      seen.push(`${message.channel_type} ${'text' in message ? message.text : ''}`);
    });
    app.event('reaction_added', async ({ event }) => {
      seen.push(event.reaction);
    });
  });

  await slack.mention('what is new?', { channel: 'C1', user: 'U1' });
  await eventually(() => expect(slack.messages).toMatchObject([{ replyCount: 1 }, { text: 'Here' }]));
  await slack.directMessage('and now?', { user: 'U1' });
  await slack.react('eyes', slack.messages[0]?.ts ?? '', { user: 'U1' });

  await eventually(() => expect(seen).toEqual(['<@UBOT1> what is new?', 'im and now?', 'eyes']));
});

/** A client that hears everything and acks nothing. */
async function silentClient(slack: FakeSlack): Promise<readonly JsonObject[]> {
  const { url } = await clientOf(slack, 'xapp-1').apps.connections.open({});
  const socket = new WebSocket(url ?? '');
  const heard: JsonObject[] = [];
  socket.addEventListener('message', ({ data }) => heard.push(JSON.parse(String(data))));
  onTestFinished(() => socket.close());
  await eventually(() => expect(heard).toMatchObject([{ type: 'hello', num_connections: 1 }]));
  return heard;
}

test('an event that nobody acks is delivered once more, and a command is not', async () => {
  const slack = await slackForTest({ ackDeadlineMs: 20 });
  const heard = await silentClient(slack);

  const event = await slack.directMessage('hello', { user: 'U1' });
  const command = await slack.command({ command: '/wire', text: '', userId: 'U1', channelId: 'C1' });

  expect(event).toMatchObject({ outcome: 'timeout', attempt: 1 });
  expect(event.tookMs).toBeGreaterThan(19);
  expect(command).toMatchObject({ outcome: 'timeout', attempt: 0, payload: {} });
  expect(slack.personErrors).toEqual([{ userId: 'U1', what: '/wire', error: 'operation_timeout' }]);
  await eventually(() => expect(heard).toHaveLength(4));
  expect(heard.slice(1)).toEqual([
    expect.not.objectContaining({ retry_attempt: expect.anything() }),
    expect.objectContaining({ type: 'events_api', retry_attempt: 1, retry_reason: 'timeout' }),
    expect.objectContaining({ type: 'slash_commands', accepts_response_payload: true }),
  ]);
});

test('without a connection an event fails, and its second attempt waits for one', async () => {
  const slack = await slackForTest({ ackDeadlineMs: 2_000 });
  const seen: unknown[] = [];

  const delivered = slack.event({ type: 'channel_created', channel: { id: 'C7', name: 'new' } });
  await socketApp(slack, (app) =>
    app.event('channel_created', async ({ context }) => {
      seen.push([context.retryNum, context.retryReason]);
    }),
  );

  expect(await delivered).toMatchObject({ outcome: 'acked', attempt: 1 });
  expect(slack.deliveries).toMatchObject([{ outcome: 'connection_failed', attempt: 0 }, { attempt: 1 }]);
  await eventually(() => expect(seen).toEqual([[1, 'connection_failed']]));
});

test('what the app posts and edits comes back to it when the test wants that', async () => {
  const slack = await slackForTest({ echoesMessages: true });
  const app = await socketApp(slack);

  const { ts = '' } = await app.client.chat.postMessage({ channel: 'U1', text: 'a' });
  await app.client.chat.update({ channel: 'DU1', ts, text: 'b' });

  await eventually(() =>
    expect(slack.deliveries.map(({ body }) => body['event'])).toMatchObject([
      { type: 'message', user: 'UBOT1', bot_id: 'B1', text: 'a', channel: 'DU1', channel_type: 'im' },
      {
        type: 'message',
        subtype: 'message_changed',
        message: { text: 'b' },
        previous_message: { text: 'a' },
      },
    ]),
  );
});

test('an event that is delivered again has the same id', async () => {
  const slack = await slackForTest();
  await socketApp(slack);

  const first = await slack.directMessage('hello', { user: 'U1' });
  const again = await slack.redeliver();

  expect(again.body['event_id']).toBe(first.body['event_id']);
  expect(again.attempt).toBe(1);
});

test('an envelope goes to one of the connections, in turn', async () => {
  const slack = await slackForTest();
  const seen: string[] = [];
  for (const name of ['first', 'second'])
    await socketApp(slack, (app) =>
      app.command('/wire', async ({ ack, command }) => {
        seen.push(`${name} ${command.text}`);
        await ack();
      }),
    );

  expect(slack.openSockets).toBe(2);
  for (const text of ['a', 'b', 'c'])
    await slack.command({ command: '/wire', text, userId: 'U1', channelId: 'C1' });

  expect(seen).toEqual(['first a', 'second b', 'first c']);
});

test.each(['refreshConnections', 'dropConnections', 'resetConnections'] as const)(
  'after %s the client connects anew and goes on',
  async (trouble) => {
    const slack = await slackForTest();
    await socketApp(slack, (app) => app.command('/wire', ({ ack }) => ack('Here')));

    slack[trouble]();

    await eventually(() => expect(slack).toMatchObject({ openSockets: 1, connections: 2 }));
    expect(await slack.command({ command: '/wire', text: '', userId: 'U1', channelId: 'C1' })).toMatchObject({
      outcome: 'acked',
    });
  },
);

test('a warning closes nothing by itself', async () => {
  const slack = await slackForTest();
  const heard = await silentClient(slack);

  slack.warnConnections();

  await eventually(() => expect(heard[1]).toMatchObject({ type: 'disconnect', reason: 'warning' }));
  expect(slack.openSockets).toBe(1);
});

test('a connection that is to be refreshed gets nothing more', async () => {
  const slack = await slackForTest({ ackDeadlineMs: 1 });
  const heard = await silentClient(slack);

  slack.refreshConnections();
  await slack.command({ command: '/wire', text: '', userId: 'U1', channelId: 'C1' });

  await eventually(() => expect(heard[1]).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' }));
  expect(heard).toHaveLength(2);
  expect(slack.deliveries).toMatchObject([{ outcome: 'connection_failed' }]);
});

test('a connection is pinged', async () => {
  const slack = await slackForTest({ pingEveryMs: 5 });
  const { url } = await clientOf(slack, 'xapp-1').apps.connections.open({});
  const socket = new WebSocketClient(url ?? '');
  onTestFinished(() => socket.close());

  await once(socket, 'ping');

  expect(slack.openSockets).toBe(1);
});

test('an app whose token is wrong gets no connection', async () => {
  const slack = await slackForTest({ appToken: 'xapp-other' });

  await expect(socketApp(slack)).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
});

test('tokens that are revoked and an app that is gone are told, and the token is refused', async () => {
  const slack = await slackForTest();
  const seen: string[] = [];
  const app = await socketApp(slack, (listening) => {
    listening.event('app_uninstalled', async () => void seen.push('app_uninstalled'));
    listening.event('tokens_revoked', async () => void seen.push('tokens_revoked'));
  });

  await slack.tokensRevoked('T1');
  await expect(app.client.auth.test()).rejects.toMatchObject({ data: { error: 'token_revoked' } });
  await slack.appUninstalled('T1');
  await expect(app.client.auth.test()).rejects.toMatchObject({ data: { error: 'account_inactive' } });

  expect(seen).toEqual(['tokens_revoked', 'app_uninstalled']);
});

test('a channel that is archived or left is told, and refuses messages', async () => {
  const slack = await slackForTest();
  const app = await socketApp(slack);
  const post = () => app.client.chat.postMessage({ channel: 'C1', text: 'a' });

  await slack.removeBot('C1');
  await expect(post()).rejects.toMatchObject({ data: { error: 'not_in_channel' } });
  await slack.inviteBot('C1');
  await post();
  await slack.channelArchived('C1');
  await expect(post()).rejects.toMatchObject({ data: { error: 'is_archived' } });

  expect(slack.deliveries.map(({ body }) => Object(body['event']).type)).toEqual([
    'channel_left',
    'member_joined_channel',
    'channel_archive',
  ]);
});
