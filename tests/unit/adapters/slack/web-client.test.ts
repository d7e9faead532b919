import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { slackFailure } from '../../../../adapters/slack/slack-errors.ts';
import { createSlackClient } from '../../../../adapters/slack/web-client.ts';
import { RecordingLog } from '../../../fakes/recording-log.ts';

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object;
}

/** A server that gives each request the same answer, or none. */
async function serverWith(answer: Answer | null) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    if (!answer) return;
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { requests, apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/` };
}

const secret = 'xoxb-1-secret-2';

async function failureOf(answer: Answer | null, timeoutMs?: number) {
  const { requests, apiUrl } = await serverWith(answer);
  const log = new RecordingLog();
  const client = createSlackClient(secret, { apiUrl, log, ...(timeoutMs ? { timeoutMs } : {}) });
  const failure = await client.apiCall('chat.postMessage', { text: 'Hello' }).then(() => null, slackFailure);
  return { failure, requests, log };
}

test('asks with the token at the given address', async () => {
  const { failure, requests } = await failureOf({ body: { ok: true } });

  expect(failure).toBeNull();
  expect(requests[0]).toMatchObject({ url: '/api/chat.postMessage' });
  expect(requests[0]?.headers.authorization).toBe(`Bearer ${secret}`);
});

test('asks once, whatever the answer is', async () => {
  const limited = { status: 429, headers: { 'retry-after': '7' }, body: { ok: false, error: 'ratelimited' } };
  const broken = { status: 500, body: {} };
  const outcomes = [await failureOf(limited), await failureOf(broken)];

  expect(outcomes.map(({ failure }) => failure)).toMatchObject([
    { kind: 'rate_limited', retryAfterMs: 7_000 },
    { kind: 'unknown' },
  ]);
  expect(outcomes.map(({ requests }) => requests.length)).toEqual([1, 1]);
});

test('gives up an answer that does not come, and does not know what became of it', async () => {
  const { failure } = await failureOf(null, 30);

  expect(failure).toMatchObject({ kind: 'unknown' });
});

test('logs what Slack warns of, without a token and nothing else', async () => {
  const messages = [`[ERROR] no such thing as ${secret}`];
  const body = { ok: false, error: 'invalid_arguments', response_metadata: { messages } };
  const { log } = await failureOf({ body });

  expect(log.records).toEqual([
    { level: 'warn', sentence: 'Slack warns', fields: { detail: 'no such thing as [token]' } },
  ]);
});

test('sends the token to no other address', async () => {
  const { requests, apiUrl } = await serverWith({ body: { ok: true } });
  const elsewhere = await serverWith({ body: { ok: true } });
  const client = createSlackClient(secret, { apiUrl, log: new RecordingLog() });

  await client.apiCall(`${elsewhere.apiUrl}chat.postMessage`, {});

  expect([requests.length, elsewhere.requests.length]).toEqual([1, 0]);
});
