import { expect, test } from 'vitest';
import { decideAlerts } from '../../../src/deliver/decide-alerts.ts';
import { openFollowBook } from '../../../src/deliver/follow-book.ts';
import { groupAlerts } from '../../../src/deliver/group-alerts.ts';
import { judgeAlerts } from '../../../src/deliver/judge-alerts.ts';
import type { OwedMessage } from '../../../src/domain/delivery.ts';
import {
  alertOf,
  auditOf,
  hitOf,
  messageOf,
  storyDecisionOf,
  watchOf,
} from '../../contract/store/samples.ts';
import { admin, commandDesk, foreignJournal, journal, tableOf } from './command-desk.ts';
import { sampleStory } from './sample-story.ts';

const watch = watchOf('w1', { name: 'Toolmakers', query: 'lang:en', channel: journal, createdAtMs: 0 });

function alertMessage(key: string, over: Partial<OwedMessage> = {}): OwedMessage {
  const stories = [{ story: sampleStory.story, matched: [], revised: null }];
  const document = {
    kind: 'alert' as const,
    watchId: 'w1',
    watchName: watch.name,
    reason: `Watch "${watch.name}"`,
    stories,
  };
  return messageOf(key, null, { document, ...over });
}

test("an explanation speaks of the workspace's own alert, not of another's on a watch of the same name", async () => {
  const { run, store } = await commandDesk();
  await store.watches.save(watch, auditOf('watch add'));
  await store.articles.keep(storyDecisionOf('a', 's1'));
  await store.matches.commit({ cursor: 0, upTo: 1, hits: [hitOf('w1', 1)] });
  const told = [{ watchId: 'w1', sequence: 1, deliveryKey: 'own' }];
  await store.alerts.commit(alertOf(journal, { told, messages: [alertMessage('own')] }));
  const held = alertMessage('foreign', { hold: { kind: 'approval' } });
  await store.alerts.commit(alertOf(foreignJournal, { messages: [held] }));

  const table = tableOf(await run('watch test', { watch: 'w1', article: 'a' }, admin));

  expect(JSON.stringify(table.rows)).toContain('The hit was to be told.');
  expect(JSON.stringify(table.rows)).toContain('The message is owed');
  expect(JSON.stringify(table.rows)).not.toContain('approval');
});

test('an explanation finds the message that a decision about alerts told the hit in', async () => {
  const { run, store } = await commandDesk();
  await store.watches.save(watch, auditOf('watch add'));
  await store.articles.keep(storyDecisionOf('a', 's1'));
  await store.matches.commit({ cursor: 0, upTo: 1, hits: [hitOf('w1', 1)] });
  const [channel] = await store.channels.list();
  if (!channel) throw new Error('No channel is set up.');
  const follows = openFollowBook([]);
  const telling = { by: 'mention', channelName: 'journal' } as const;
  const { tellable } = judgeAlerts(await store.alerts.pending(), follows, 9_000);
  const alerts = groupAlerts(tellable, false).map((group) => ({ group, entries: [sampleStory.story] }));
  const decision = decideAlerts({ channel, follows, telling, nowMs: 9_000, quietUntilMs: null }, alerts, []);

  expect(await store.alerts.commit(decision)).toBe('committed');
  expect(decision.told).toEqual([
    { watchId: 'w1', sequence: 1, deliveryKey: decision.messages.map(({ key }) => key).join() },
  ]);
  const table = tableOf(await run('watch test', { watch: 'w1', article: 'a' }, admin));
  expect(JSON.stringify(table.rows)).toContain('The message is owed');
});

test("an explanation shows no other message of the watch in the place of the hit's own", async () => {
  const { run, store } = await commandDesk();
  await store.watches.save(watch, auditOf('watch add'));
  await store.articles.keep(storyDecisionOf('a', 's1'));
  await store.matches.commit({ cursor: 0, upTo: 1, hits: [hitOf('w1', 1)] });
  const told = [{ watchId: 'w1', sequence: 1, deliveryKey: 'own' }];
  await store.alerts.commit(alertOf(journal, { told, messages: [alertMessage('another')] }));

  const table = tableOf(await run('watch test', { watch: 'w1', article: 'a' }, admin));

  expect(JSON.stringify(table.rows)).toContain('The hit was to be told.');
  expect(JSON.stringify(table.rows)).not.toContain('The message is owed');
});
