import { expect, test } from 'vitest';
import { signedRequest } from '../../../fakes/slack/server/signed-post.ts';
import { eventually, httpApp, served } from './bolt-for-test.ts';
import { slackForTest } from './slack-for-test.ts';

test('a command, an event and a click go to the request URL, signed', async () => {
  const slack = await slackForTest();
  const seen: string[] = [];
  await httpApp(slack, (app) => {
    app.command('/wire', async ({ ack, command }) => {
      seen.push(command.text);
      await ack('Here');
    });
    app.event('app_mention', async ({ event }) => void seen.push(event.text));
    app.shortcut('compare', async ({ ack }) => {
      seen.push('compare');
      await ack();
    });
  });

  const command = await slack.command({
    command: '/wire',
    text: 'a & b = "c"',
    userId: 'U1',
    channelId: 'C1',
  });
  await slack.mention('hello', { channel: 'C1', user: 'U1' });
  await slack.shortcut('compare', slack.messages[0]?.ts ?? '', { user: 'U1' });

  expect(command).toMatchObject({ outcome: 'acked', status: 200, payload: { text: 'Here' } });
  expect(slack.ephemerals).toMatchObject([{ text: 'Here', from: 'ack' }]);
  await eventually(() => expect(seen).toEqual(['a & b = "c"', '<@UBOT1> hello', 'compare']));
});

test('a real receiver refuses what is signed with another secret or long ago', async () => {
  const slack = await slackForTest();
  const url = await httpApp(slack, () => undefined);
  const { body } = await slack.directMessage('hello', { user: 'U1' });
  const envelope = { kind: 'events_api' as const, body, attempt: 0, retryReason: '' };
  const nowSeconds = Math.floor(Date.now() / 1_000);
  const statusOf = async (secret: string, atSeconds: number) =>
    (await fetch(url, { method: 'POST', ...signedRequest(envelope, secret, atSeconds) })).status;

  expect(await statusOf('signing-secret', nowSeconds)).toBe(200);
  expect(await statusOf('another-secret', nowSeconds)).toBe(401);
  expect(await statusOf('signing-secret', nowSeconds - 600)).toBe(401);
});

test('an event that fails comes once more, with the number and the reason', async () => {
  const slack = await slackForTest();
  const retries: unknown[] = [];
  await served(slack, ({ headers }, response) => {
    retries.push([headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
    response.writeHead(retries.length === 1 ? 500 : 200).end();
  });

  expect(await slack.directMessage('hello', { user: 'U1' })).toMatchObject({ outcome: 'acked', attempt: 1 });
  expect(retries).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
  ]);
});

test('an app that does not answer in time has missed the event twice, and the command once', async () => {
  const slack = await slackForTest({ ackDeadlineMs: 250 });
  const reasons: unknown[] = [];
  await served(slack, ({ headers }) => void reasons.push(headers['x-slack-retry-reason']));

  expect(await slack.directMessage('hello', { user: 'U1' })).toMatchObject({
    outcome: 'timeout',
    attempt: 1,
  });
  expect(await slack.command({ command: '/wire', text: '', userId: 'U1', channelId: 'C1' })).toMatchObject({
    outcome: 'timeout',
  });

  expect(reasons).toEqual([undefined, 'http_timeout', undefined]);
  expect(slack.personErrors).toEqual([{ userId: 'U1', what: '/wire', error: 'operation_timeout' }]);
});

test('an app that is down is told by both attempts', async () => {
  const slack = await slackForTest({ requestUrl: 'http://127.0.0.1:1/slack/events' });

  expect(await slack.directMessage('hello', { user: 'U1' })).toMatchObject({
    outcome: 'connection_failed',
    attempt: 1,
  });
  expect(slack.deliveries).toHaveLength(2);
});
