import { expect, test } from 'vitest';
import { createSlackPublisher } from '../../../../adapters/slack/publisher.ts';
import { createSlackClient } from '../../../../adapters/slack/web-client.ts';
import { endlessAttempt } from '../../../fakes/endless-attempt.ts';
import { RecordingLog } from '../../../fakes/recording-log.ts';
import { simply } from '../../../fakes/simple-publisher.ts';
import type { FakeSlack } from '../../../fakes/slack/fake-slack.ts';
import { storyEntry, updateDocument } from '../../../fixtures/documents.ts';
import { idOf, messageOf, news, slackBench } from './publisher-bench.ts';

function historyCalls({ calls }: FakeSlack) {
  return calls.filter(({ method }) => method === 'conversations.history');
}

function clientsOf({ apiUrl }: FakeSlack) {
  const client = createSlackClient('xoxb-1', { apiUrl, log: new RecordingLog() });
  return { of: async () => client };
}

test('looks through the pages of a channel, and of a thread', async () => {
  const { slack, publisher, restarted } = await slackBench({ historyPageMax: 2 });
  const head = await publisher.publish(messageOf('head'));
  const threadMessageId = idOf(head);
  for (const key of ['a', 'b', 'c']) await publisher.publish(messageOf(key, { threadMessageId }));
  const item = await publisher.publish(messageOf('item', { threadMessageId }));
  for (let count = 0; count < 5; count += 1) await slack.say('Well', { channel: 'C1', user: 'U1' });

  expect(await restarted().find('head', news, null)).toEqual(head);
  expect(await restarted().find('item', news, threadMessageId)).toEqual(item);
  expect(await restarted().find('other', news, threadMessageId)).toEqual({ kind: 'absent' });
});

test('looks through so many pages in an attempt, and goes on there in the next one', async () => {
  const { slack, publisher, restarted } = await slackBench({ historyPageMax: 1 });
  const old = await publisher.publish(messageOf('old'));
  for (let count = 0; count < 12; count += 1) await slack.say('Well', { channel: 'C1', user: 'U1' });
  const searcher = restarted();

  const first = await searcher.find('old', news, null);
  const second = await searcher.find('old', news, null);

  expect(first).toEqual({ kind: 'unknown', retryAfterMs: 1_000, problem: expect.stringMatching(/\.$/) });
  expect(second).toEqual(old);
  expect(historyCalls(slack)).toHaveLength(13);
});

test('begins a search anew when somebody else tried in between', async () => {
  const { slack, publisher, restarted } = await slackBench({ historyPageMax: 1 });
  for (let count = 0; count < 12; count += 1) await slack.say('Well', { channel: 'C1', user: 'U1' });
  const searcher = createSlackPublisher({ clients: clientsOf(slack), log: new RecordingLog() });
  const sought = { key: 'one', channel: news, threadMessageId: null, sinceMs: 0 };

  const first = await searcher.find({ ...sought, attempts: 2 }, endlessAttempt);
  const posted = await publisher.publish(messageOf('one'));
  const third = await searcher.find({ ...sought, attempts: 4 }, endlessAttempt);

  expect(first.kind).toBe('unknown');
  expect(third).toEqual(posted);
  expect(await restarted().find('one', news, null)).toEqual(posted);
});

test('does not look further back than to a minute before the first try', async () => {
  const { slack, publisher, restarted } = await slackBench({ historyPageMax: 5 });
  for (let count = 0; count < 20; count += 1) await slack.say('Well', { channel: 'C1', user: 'U1' });
  const posted = await publisher.publish(messageOf('one'));
  const postedAtMs = Number(idOf(posted)) * 1_000;

  const found = await restarted().find('one', news, null, postedAtMs + 50_000);
  const later = await restarted().find('one', news, null, postedAtMs + 70_000);

  expect([found, later]).toEqual([posted, { kind: 'absent' }]);
  expect(historyCalls(slack)).toHaveLength(2);
});

test('asks nothing more once the attempt is over, and does not know', async () => {
  const { slack, publisher } = await slackBench({ historyPageMax: 1 });
  for (let count = 0; count < 5; count += 1) await slack.say('Well', { channel: 'C1', user: 'U1' });
  const isOver = [false, false, false, true];
  const short = { ...endlessAttempt, isOver: () => isOver.shift() ?? true };

  const found = await publisher.find('one', news, null, 0, short);

  expect(found).toMatchObject({ kind: 'unknown', problem: expect.stringContaining('too long') });
  expect(slack.calls.map(({ method }) => method)).toEqual([
    'auth.test',
    'conversations.history',
    'conversations.history',
  ]);
});

test('does not know when Slack asks for a pause, and gives up where it never lets it look', async () => {
  const { slack, publisher } = await slackBench();
  slack.failNext('conversations.history', 'missing_scope', { needed: 'channels:history' });
  const lacking = await publisher.find('one', news, null);
  slack.rateLimitNext('conversations.history', 60);
  const limited = await publisher.find('one', news, null);
  slack.failNext('conversations.history', 'not_in_channel');
  const outside = await publisher.find('one', news, null);

  expect(lacking).toEqual({
    kind: 'refused',
    problem: expect.stringContaining('the scope channels:history'),
  });
  expect(limited).toMatchObject({ kind: 'unknown', retryAfterMs: 60_000 });
  expect(outside).toMatchObject({ kind: 'refused', problem: expect.stringContaining('/invite') });
});

test('says that a workspace is off, for a search, a message and itself', async () => {
  const { slack, publisher } = await slackBench();
  slack.revokeToken('xoxb-1');

  const found = await publisher.find('one', news, null);
  const outcome = await publisher.publish(messageOf('one'));

  const off = { kind: 'off', problem: expect.stringContaining('revoked') };
  expect([found, outcome, await publisher.admissionTo(news)]).toEqual([off, off, off]);
});

test("takes no message of another app for the bot's own", async () => {
  const { slack, publisher, log } = await slackBench();
  await publisher.publish(messageOf('one'));
  const asAnother: typeof fetch = async (...args) => {
    const text = await (await fetch(...args)).text();
    return new Response(args[0].toString().endsWith('history') ? text.replaceAll('"B1"', '"B2"') : text);
  };
  const client = createSlackClient('xoxb-1', { apiUrl: slack.apiUrl, log, fetch: asAnother });
  const misled = simply(createSlackPublisher({ clients: { of: async () => client }, log }));

  expect(await publisher.find('one', news, null)).toMatchObject({ kind: 'posted' });
  expect(await misled.find('one', news, null)).toEqual({ kind: 'absent' });
});

test('gives a reply the address at which it opens in its thread', async () => {
  const { slack, publisher } = await slackBench();
  const head = idOf(await publisher.publish(messageOf('head')));
  const item = await publisher.publish(messageOf('item', { threadMessageId: head }));

  expect(item).toMatchObject({
    permalink: `https://t1.slack.com/archives/C1/p${idOf(item).replace('.', '')}?thread_ts=${head}&cid=C1`,
  });
  expect(slack.calls.map(({ method }) => method)).not.toContain('chat.getPermalink');
});

test('shows a reply in the channel only when it is material', async () => {
  const { slack, publisher } = await slackBench();
  const threadMessageId = idOf(await publisher.publish(messageOf('head')));
  const minor = updateDocument({ sources: [] });
  const contradiction = updateDocument({ sources: [], verdict: 'contradicts' });

  await publisher.publish(messageOf('minor', { threadMessageId, document: minor }));
  await publisher.publish(messageOf('major', { threadMessageId, document: contradiction }));
  await publisher.publish(messageOf('alone', { document: { kind: 'update', story: storyEntry() } }));

  expect(slack.messages.map(({ isBroadcast }) => isBroadcast)).toEqual([false, false, true, false]);
});
