import { expect, test } from 'vitest';
import type { SlackMishap } from '../../../fakes/slack/options.ts';
import { clientOf, codeOf, slackForTest } from './slack-for-test.ts';

test('a channel takes one message a second by the clock', async () => {
  let nowMs = 1_700_000_000_000;
  const slack = await slackForTest({ nowMs: () => nowMs, intervalMs: 1_000 });
  const client = clientOf(slack);
  const post = (channel: string) => client.chat.postMessage({ channel, text: 'a' });
  await post('C1');

  await expect(post('C1')).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 1 });
  nowMs += 1_000;
  await post('C1');

  expect(slack.messages).toHaveLength(2);
  expect(slack.limited).toBe(1);
});

test('a client in a time of its own brings it along', async () => {
  const slack = await slackForTest({ nowMs: () => 0, intervalMs: 1_000 });
  const at = (ms: number) => clientOf(slack, 'xoxb-1', { 'x-fake-now-ms': String(ms) });

  await at(1_700_000_000_000).chat.postMessage({ channel: 'C1', text: 'a' });
  await at(1_700_000_001_000).chat.postMessage({ channel: 'C1', text: 'b' });

  expect(slack.messages.map(({ ts }) => ts)).toEqual(['1700000000.000000', '1700000001.000000']);
});

test('a ts rises although the clock stands or goes back', async () => {
  let nowMs = 1_700_000_000_000;
  const slack = await slackForTest({ nowMs: () => nowMs });
  const client = clientOf(slack);

  await client.chat.postMessage({ channel: 'C1', text: 'a' });
  nowMs -= 60_000;
  await client.chat.postMessage({ channel: 'C1', text: 'b' });

  expect(slack.messages.map(({ ts }) => ts)).toEqual(['1700000000.000000', '1700000000.000001']);
});

test('a method has the limit that the test gives it, and others have none', async () => {
  const slack = await slackForTest({ nowMs: () => 1_700_000_000_000, callsPerMinute: { 'users.info': 2 } });
  const client = clientOf(slack);
  const ask = () => client.users.info({ user: 'U1' });
  await ask();
  await ask();

  await expect(ask()).rejects.toMatchObject({ retryAfter: 30 });
  await client.auth.test();
});

test('the next call of a method is limited or refused on request, and the one after it is not', async () => {
  const slack = await slackForTest();
  const client = clientOf(slack);
  slack.rateLimitNext('auth.test', 7);
  slack.failNext('auth.test', 'internal_error');

  await expect(client.auth.test()).rejects.toMatchObject({ retryAfter: 7 });
  expect(await codeOf(client.auth.test())).toBe('internal_error');
  expect(await client.auth.test()).toMatchObject({ ok: true, team_id: 'T1', user_id: 'UBOT1', bot_id: 'B1' });
});

const mishaps: readonly (readonly [SlackMishap, number, object])[] = [
  ['lost', 1, { code: 'slack_webapi_request_error' }],
  ['dropped', 0, { code: 'slack_webapi_request_error' }],
  ['failed', 0, { code: 'slack_webapi_http_error', statusCode: 500 }],
];

test.each(mishaps)(
  'a message that is %s stands %i times, and its sender does not know',
  async (mishap, count, error) => {
    const slack = await slackForTest({ nextMishap: () => mishap });

    await expect(clientOf(slack).chat.postMessage({ channel: 'C1', text: 'a' })).rejects.toMatchObject(error);

    expect(slack.messages).toHaveLength(count);
    expect(slack.mishaps).toBe(1);
  },
);

test('a slow message stands after all, and reading has no mishaps', async () => {
  const slack = await slackForTest({ nextMishap: () => 'slow', slowMs: 1 });
  const client = clientOf(slack);

  await client.chat.postMessage({ channel: 'C1', text: 'a' });
  await client.conversations.history({ channel: 'C1' });

  expect(slack.messages).toHaveLength(1);
  expect(slack.mishaps).toBe(1);
});

test('an unknown method is refused with status 200', async () => {
  const slack = await slackForTest();

  expect(await codeOf(clientOf(slack).apiCall('wire.tap'))).toBe('unknown_method');
  expect(slack.calls).toMatchObject([{ method: 'wire.tap', status: 200 }]);
});

test('arguments may come as JSON too', async () => {
  const slack = await slackForTest();
  const post = async (body: string) => {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer xoxb-1' };
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body });
    return response.json();
  };

  expect(
    await post(JSON.stringify({ channel: 'C1', text: 'a', blocks: [{ type: 'divider' }] })),
  ).toMatchObject({ ok: true });
  expect(await post('{"channel":')).toEqual({ ok: false, error: 'invalid_json' });
  expect(await post('{}')).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: ['[ERROR] missing required field: channel'] },
  });
});
