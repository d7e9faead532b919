import { expect, test } from 'vitest';
import { admin, commandDesk, problemOf, reader, tableOf } from './command-desk.ts';
import { sampleStory } from './sample-story.ts';

async function withWatches() {
  const desk = await commandDesk({ nameStory: async () => sampleStory.story });
  await desk.run('watch add', { query: 'gallium', confirm: 'true' });
  await desk.run('watch add', { query: 'bribery', critical: 'on', confirm: 'true' });
  const muted = async () => (await desk.store.follows.list()).map(({ subject }) => subject.kind);
  return { ...desk, muted };
}

test('only admins mute a watch in a channel, and take it back', async () => {
  const { run, muted } = await withWatches();
  const refusal =
    'Only workspace owners and admins may mute a watch; ask one of them. A story can be muted by everybody, but for critical watches.';

  expect(problemOf(await run('mute', { watch: 'gallium' }, reader))).toBe(refusal);
  expect(tableOf(await run('mute', { watch: 'gallium' }, admin)).heading).toBe('Muted in journal');
  expect(problemOf(await run('mute', { watch: 'gallium', undo: 'true' }, reader))).toBe(refusal);
  expect(await muted()).toEqual(['watch']);
});

test('a critical watch is muted by nobody, and what was muted before can be taken back', async () => {
  const { run, muted } = await withWatches();
  await run('mute', { watch: 'gallium' });
  await run('watch edit', { watch: 'gallium', critical: 'on' });

  expect(problemOf(await run('mute', { watch: 'bribery' }))).toBe(
    'The watch "bribery" is critical and is never muted. Take that from it first: watch edit with critical off.',
  );
  expect(tableOf(await run('mute', { watch: 'gallium', undo: 'true' })).heading).toBe(
    'No longer muted in journal',
  );
  expect(await muted()).toEqual([]);
});

test('whoever mutes a story is told that critical watches are heard all the same', async () => {
  const { run } = await withWatches();

  expect(tableOf(await run('mute', { story: 'chips' }, reader)).notes).toEqual([
    'Alerts of critical watches still come.',
  ]);
  expect(tableOf(await run('follow', { story: 'chips' }, reader)).notes).toEqual([]);
});

test('everybody follows a watch', async () => {
  const { run, muted } = await withWatches();

  await run('follow', { watch: 'bribery' }, reader);

  expect(await muted()).toEqual(['watch']);
});
