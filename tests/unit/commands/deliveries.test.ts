import { expect, test } from 'vitest';
import type { Hold, OwedMessage } from '../../../src/domain/delivery.ts';
import { admin, commandDesk, foreignAdmin, journal, problemOf, reader, tableOf } from './command-desk.ts';
import { sampleStory } from './sample-story.ts';

function owed(key: string, hold: Hold | null): OwedMessage {
  return { key, document: sampleStory, threadOf: null, revises: null, mentions: [], hold };
}

/** One digest whose message is held for approval, and one that is held until the morning. */
async function withHeld() {
  const desk = await commandDesk();
  desk.clock.advance(60_000);
  const nowMs = desk.clock.nowMs();
  const [channel] = await desk.store.channels.list();
  const untilMs = nowMs + 3_600_000;
  const outcome = await desk.store.digests.commit({
    channel: journal,
    toldUpToBefore: channel?.toldUpTo ?? 0,
    toldUpTo: channel?.toldUpTo ?? 0,
    slotMs: nowMs,
    decidedAtMs: nowMs,
    messages: [owed('wanted', { kind: 'approval' }), owed('quiet', { kind: 'quiet', untilMs })],
    notices: [],
    postings: [],
    storiesToldUpTo: {},
    tellsSilence: false,
  });
  expect(outcome).toBe('committed');
  return desk;
}

test('deliveries list says why a message is held, and how to release it', async () => {
  const { run } = await withHeld();

  const { rows, notes } = tableOf(await run('deliveries list'));

  const states = new Map(rows.map(([key, state]) => [key, state]));
  expect(states.get('wanted')).toBe('held for approval');
  expect(states.get('quiet')).toBe('held until 2026-11-10 10:01');
  expect(notes.join()).toContain('"deliveries approve KEY"');
});

test('an approved message is owed, and the audit log says who approved it', async () => {
  const { run, store } = await withHeld();

  await run('deliveries approve', { key: 'wanted' });

  const found = (await store.deliveries.list({ limit: 9 })).find(({ key }) => key === 'wanted');
  expect(found?.state).toBe('owed');
  const [entry] = await store.audit.list({ ...admin, limit: 1 });
  expect(entry).toMatchObject({
    personId: 'operator',
    command: 'deliveries approve',
    subject: 'delivery wanted',
  });
});

test('a discarded message is dead, and can be retried', async () => {
  const { run } = await withHeld();

  await run('deliveries discard', { key: 'wanted' });
  const dead = tableOf(await run('deliveries list', { state: 'dead' }));
  await run('deliveries retry', { key: 'wanted' });
  const owedAnew = tableOf(await run('deliveries list', { state: 'owed' }));

  expect(dead.rows.map(([key]) => key)).toEqual(['wanted']);
  expect(owedAnew.rows.map(([key]) => key)).toEqual(['wanted']);
});

test.each(['retry', 'approve', 'discard'])('deliveries %s never reaches another workspace', async (act) => {
  const { run, store } = await withHeld();
  const before = await store.deliveries.list({ limit: 9 });

  const problem = problemOf(await run(`deliveries ${act}`, { key: 'wanted' }, foreignAdmin));

  expect(problem).toContain('There is no delivery "wanted".');
  expect(await store.deliveries.list({ limit: 9 })).toEqual(before);
});

test('retrying what was not given up is refused', async () => {
  const { run } = await withHeld();

  expect(problemOf(await run('deliveries retry', { key: 'wanted' }))).toContain('wanted');
});

test('digest archive lists a digest for everybody, and shows it again by its key', async () => {
  const { run } = await withHeld();

  const listed = tableOf(await run('digest archive', {}, reader));
  const shown = await run('digest archive', { digest: 'wanted' }, reader);

  expect(listed.rows.map(([key]) => key)).toEqual(['wanted']);
  expect(shown).toEqual({ kind: 'documents', documents: [sampleStory, sampleStory] });
});

test('digest archive shows no digest of another workspace', async () => {
  const { run } = await withHeld();

  expect(problemOf(await run('digest archive', { digest: 'wanted' }, foreignAdmin))).toContain('"wanted"');
});
