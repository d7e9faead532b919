import { expect, test } from 'vitest';
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
  await store.alerts.commit(alertOf(journal, { told: [hitOf('w1', 1)], messages: [alertMessage('own')] }));
  const held = alertMessage('foreign', { hold: { kind: 'approval' } });
  await store.alerts.commit(alertOf(foreignJournal, { messages: [held] }));

  const table = tableOf(await run('watch test', { watch: 'w1', article: 'a' }, admin));

  expect(JSON.stringify(table.rows)).toContain('The hit was to be told.');
  expect(JSON.stringify(table.rows)).toContain('The message is owed');
  expect(JSON.stringify(table.rows)).not.toContain('approval');
});
