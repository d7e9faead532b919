import { expect, test } from 'vitest';
import { neverPolled, noValidators, type SourceState } from '../../../src/domain/source.ts';
import { auditOf, sourceOf, watchOf } from '../../contract/store/samples.ts';
import { admin, commandDesk, journal, reader, settings, tableOf } from './command-desk.ts';

const seen = { ...admin, personId: 'U1' };
const numbers = Array.from({ length: 60 }, (_, index) => index);

async function withWatches() {
  const desk = await commandDesk();
  const twin = { ...journal, channelId: 'twin' };
  await desk.store.channels.configure({ ref: twin, settings }, 0);
  for (const number of numbers) {
    const channel = number < 55 ? journal : twin;
    const audit = {
      ...auditOf('watch add'),
      ...journal,
      subject: `watch w${number}`,
      after: JSON.stringify({ channel }),
    };
    await desk.store.watches.save(watchOf(`w${number}`, { channel }), audit);
  }
  return desk;
}

test('a long list of watches shows fifty with what can be done, and is narrowed down by channel', async () => {
  const { run } = await withWatches();

  const all = tableOf(await run('watch list', {}, seen));
  const here = tableOf(await run('watch list', { channel: 'journal' }, seen));

  expect([all.rows.length, all.rowActions?.length, all.data.length]).toEqual([50, 50, 60]);
  expect(all.notes).toEqual(['10 more are not shown. Narrow it down with channel.']);
  expect(here.data).toHaveLength(55);
});

test('watch list with a channel has the watches of that one alone', async () => {
  const { run } = await withWatches();

  const { data, notes } = tableOf(
    await run('watch list', { channel: 'twin' }, { ...seen, channelId: 'twin' }),
  );

  expect(data.map(({ id }) => id)).toEqual(['w55', 'w56', 'w57', 'w58', 'w59']);
  expect(notes).toEqual([]);
});

test('a long audit log shows fifty of what was asked for, and is narrowed down by words', async () => {
  const { run } = await withWatches();

  const usual = tableOf(await run('audit', {}, seen));
  const many = tableOf(await run('audit', { limit: '55' }, seen));
  const few = tableOf(await run('audit', { about: 'W7' }, seen));

  const narrowing = 'Narrow it down with about, as a person, a command, a watch or a channel.';
  expect(usual.rows).toHaveLength(20);
  expect(usual.notes).toEqual([`40 more are not shown. ${narrowing}`]);
  expect([many.rows.length, many.data.length]).toEqual([50, 55]);
  expect(many.notes).toEqual([`10 more are not shown. ${narrowing}`]);
  expect(few.rows.map((row) => row[4])).toEqual(['watch w7']);
  expect(few.notes).toEqual([]);
});

test('long feedback shows fifty, and is narrowed down by words', async () => {
  const { run, clock } = await commandDesk();
  for (const number of numbers) {
    clock.advance(1_000);
    await run('feedback give', { question: `Question ${number}?`, says: 'helpful' }, reader);
  }

  const all = tableOf(await run('feedback list'));
  const few = tableOf(await run('feedback list', { about: 'question 59' }));

  expect([all.rows.length, all.rowActions?.length, all.data.length]).toEqual([50, 50, 60]);
  expect(all.notes).toEqual(['10 more are not shown. Narrow it down with about, as words of a headline.']);
  expect(few.rows.map((row) => row[2])).toEqual(['Question 59?']);
});

async function withSources(count: number) {
  const { runner } = await commandDesk({
    listSources: async () =>
      Array.from({ length: count }, (_, index): SourceState => {
        const health = { ...neverPolled, consecutiveFailures: index === count - 1 ? 2 : 0 };
        return { source: sourceOf(`s${index}`), validators: noValidators, health };
      }),
  });
  return async (options: Readonly<Record<string, string>> = {}, actor = seen) => {
    const answer = await runner.run({ name: 'sources list', options }, actor);
    if (answer.kind !== 'sources') throw new Error(`No sources: ${answer.kind}.`);
    return answer;
  };
}

test('of many sources fifty are shown, those that fail among them, and words narrow them down', async () => {
  const list = await withSources(60);

  const all = await list();
  const few = await list({ about: 'source S7' });

  expect([all.sources.length, all.rowActions?.length]).toEqual([50, 50]);
  expect(all.sources[0]?.source.id).toBe('s59');
  expect(all.notes).toEqual(['10 more are not shown. Narrow it down with about, as words of a name.']);
  expect(few.sources.map(({ source }) => source.id)).toEqual(['s7']);
  expect((await list({}, admin)).sources).toHaveLength(60);
});
