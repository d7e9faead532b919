import { expect, test } from 'vitest';
import { neverPolled, noValidators } from '../../../src/domain/source.ts';
import { alertOf, articleOf, messageOf, sourceOf, storyDecisionOf } from '../../contract/store/samples.ts';
import { admin, commandDesk, foreignAdmin, foreignJournal, journal, reader } from './command-desk.ts';

/** Stories with these headlines, oldest first. */
async function withStories(titles: readonly string[]) {
  const desk = await commandDesk();
  for (const [index, title] of titles.entries()) {
    const article = articleOf(`a${index}`, { title });
    await desk.store.articles.keep(storyDecisionOf(`a${index}`, `s${index}`, { article }));
  }
  const values = async (words: string) =>
    (await desk.runner.complete('story', words, reader)).map(({ value }) => value);
  return { ...desk, values };
}

test('without words the latest stories come first', async () => {
  const { values } = await withStories(['Norway bars ZTE', 'A court rules', 'Huawei listed']);

  expect(await values('')).toEqual(['s2', 's1', 's0']);
});

test('a story is found by words of its headline, the last of which may be half written', async () => {
  const { values } = await withStories(['Norway bars ZTE', 'Norway asks Huawei', 'A court rules']);

  expect(await values('norway hua')).toEqual(['s1', 's0']);
  expect(await values('NORWAY bars')).toEqual(['s0', 's1']);
});

test('a story is found by its id, and in either Han script', async () => {
  const { values } = await withStories(['Norway bars ZTE', '华为被列入实体清单']);

  expect(await values('s0')).toEqual(['s0']);
  expect(await values('華為')).toEqual(['s1']);
});

test('nothing is offered for words that nothing has', async () => {
  const { values } = await withStories(['Norway bars ZTE']);

  expect(await values('gallium')).toEqual([]);
});

test('at most 25 choices are offered, each with a label that ends at a word and within 100 characters', async () => {
  const title = `Commerce ${'adds affiliates '.repeat(20)}<b>today</b>`;
  const { runner } = await withStories(Array.from({ length: 40 }, () => title));

  const choices = await runner.complete('story', 'commerce', reader);

  expect(choices).toHaveLength(25);
  for (const { label } of choices) {
    expect(label.length).toBeLessThanOrEqual(100);
    expect(label).toMatch(/ (?:adds|affiliates)…$/);
  }
});

test('a watch is completed by name or query, in its own workspace only', async () => {
  const { runner, run } = await commandDesk();
  await run('watch add', { query: 'gallium', name: 'Metals', confirm: 'true' });

  const [choice] = await runner.complete('watch', 'gall', reader);

  expect(choice?.label).toBe('Metals · gallium');
  expect(choice?.value).toMatch(/^w/);
  expect(await runner.complete('watch', '', foreignAdmin)).toEqual([]);
});

test('a source is completed by its name', async () => {
  const sources = ['wire', 'gazette'].map((id) => ({
    source: sourceOf(id),
    validators: noValidators,
    health: neverPolled,
  }));
  const { runner } = await commandDesk({ listSources: async () => sources });

  expect(await runner.complete('source', 'gaz', reader)).toEqual([
    { value: 'gazette', label: 'Source gazette' },
  ]);
});

test('of the deliveries those are offered of which an admin can do something, to admins alone', async () => {
  const { runner, store } = await commandDesk();
  const held = messageOf('held', null, { hold: { kind: 'approval' } });
  const quiet = messageOf('quiet', null, { hold: { kind: 'quiet', untilMs: 9e12 } });
  await store.alerts.commit(alertOf(journal, { messages: [held, quiet, messageOf('owed')] }));
  await store.alerts.commit(
    alertOf(foreignJournal, { messages: [messageOf('foreign', null, { hold: { kind: 'approval' } })] }),
  );

  const choices = await runner.complete('delivery', '', admin);

  expect(choices.map(({ value }) => value).toSorted()).toEqual(['held', 'quiet']);
  expect(await runner.complete('delivery', 'of held', admin)).toContainEqual({
    value: 'held',
    label: 'held · notice: Heading of held',
  });
  expect(await runner.complete('delivery', '', reader)).toEqual([]);
});

test('channels are left to the platform', async () => {
  const { runner } = await commandDesk();

  expect(await runner.complete('channel', 'jour', admin)).toEqual([]);
});
