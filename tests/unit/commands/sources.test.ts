import { expect, test } from 'vitest';
import type { SourceState } from '../../../src/domain/source.ts';
import type { HttpOutcome } from '../../../src/ports/http-client.ts';
import { sourceOf } from '../../contract/store/samples.ts';
import { okOutcome } from '../../fakes/scripted-http.ts';
import { admin, commandDesk, foreignAdmin, problemOf, reader, tableOf } from './command-desk.ts';

const url = 'https://www.wire.example/feed.xml';
const feed = `<rss version="2.0"><channel><title>The Wire</title><language>de</language>
  <item><title>An older report</title><link>https://w.example/1</link><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate></item>
  <item><title>A newer report</title><link>https://w.example/2</link><pubDate>Tue, 03 Nov 2026 08:00:00 GMT</pubDate></item>
</channel></rss>`;
const configured = sourceOf('gazette', { name: 'The Gazette', url: 'https://gazette.example/rss/' });
const adder = { platform: 'console', workspaceId: 'console', personId: 'operator' };

/** The commands with one configured source, and a feed at `url`. */
async function desk(outcome: HttpOutcome = okOutcome(feed)) {
  const scene = await commandDesk({}, [configured]);
  scene.http.answer(url, outcome);
  const listed = async (actor = admin): Promise<readonly SourceState[]> => {
    const answer = await scene.run('sources list', {}, actor);
    if (answer.kind !== 'sources') throw new Error(`No sources: ${answer.kind}.`);
    return answer.sources;
  };
  const audited = () => scene.store.audit.list({ ...admin, limit: 9 });
  const claimed = async () => {
    const claim = { nowMs: scene.clock.nowMs(), leaseMs: 1, dueOnly: true };
    return (await scene.store.sources.claim(claim)).map(({ source }) => source.name);
  };
  const addedId = async () => (await scene.store.sources.list())[0]?.source.id ?? 'none';
  return { ...scene, listed, audited, claimed, addedId };
}

test('sources add reads the feed once, tells what it brought, and has it read with the next collect', async () => {
  const { run, http, claimed, listed } = await desk();

  const table = tableOf(await run('sources add', { url, tier: 'primary' }));

  expect(table.heading).toBe('The source is added');
  expect(Object.fromEntries(table.rows.map(([name, value]) => [name, value]))).toEqual({
    id: expect.stringMatching(/^added:wire\.example-[0-9a-f]{8}$/),
    name: 'The Wire',
    url,
    tier: 'primary',
    lang: 'de',
    entries: '2',
    'newest entry': 'A newer report',
  });
  expect(http.requests).toHaveLength(1);
  expect(await claimed()).toEqual(['The Wire']);
  expect((await listed()).map(({ source, addedBy }) => [source.name, source.verified, addedBy])).toEqual([
    ['The Wire', true, adder],
    ['The Gazette', false, undefined],
  ]);
});

test('name and language that are given win over those of the feed', async () => {
  const { run, listed } = await desk();

  await run('sources add', { url, name: ' My\u202E\n wire ', lang: 'en' });

  expect((await listed())[0]?.source).toMatchObject({ name: 'My wire', lang: 'en', tier: 'wire' });
});

test('what cannot be seen in an address is encoded, and its id can be chosen however long the host is', async () => {
  const { run, http, addedId, runner } = await desk();
  const host = `${'long-'.repeat(11)}a.${'name-'.repeat(11)}a.example`;
  http.answer(`https://${host}/%E2%80%AEfeed`, okOutcome(feed));

  const table = tableOf(await run('sources add', { url: ` https://${host}/\u202Efeed ` }));

  expect(table.data).toMatchObject([{ url: `https://${host}/%E2%80%AEfeed` }]);
  expect(await runner.complete('source', 'wire', admin)).toMatchObject([{ value: await addedId() }]);
});

test('an added source stands in the audit log before and after, and so does its removal', async () => {
  const { run, audited, addedId, listed } = await desk();
  await run('sources add', { url });
  const id = await addedId();
  const [before] = await listed();

  const table = tableOf(await run('sources remove', { source: 'the wire' }));

  expect(table.notes).toEqual(['The articles that it brought stay.']);
  expect((await listed()).map(({ source }) => source.name)).toEqual(['The Gazette']);
  const text = JSON.stringify(before?.source);
  expect(await audited()).toMatchObject([
    { command: 'sources remove', subject: `source ${id}`, before: text, after: null, personId: 'operator' },
    { command: 'sources add', subject: `source ${id}`, before: null, after: text, personId: 'operator' },
  ]);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['no address', { url: 'the wire' }, 'The url does not fit: it must be an http or https address'],
  ['an address of another kind', { url: 'ftp://w.example/feed' }, 'Write the whole address, for example'],
  ['an address with a password', { url: 'https://u:secret@w.example/' }, 'without a user name or password'],
  ['a language in words', { url, lang: 'English' }, 'The lang does not fit: it must be a language'],
  ['a tier that there is not', { url, tier: 'blog' }, 'Write one of: wire, primary, commentary.'],
  ['an address where nothing is', { url: 'https://w.example/x' }, 'answered 404. Nothing was added.'],
  ['nothing', {}, '"sources add" needs url.'],
])('%s is not added, and the sentence says what to write', async (_, options, telling) => {
  const { run, store, audited } = await desk();

  const problem = problemOf(await run('sources add', options));

  expect(problem).toContain(telling);
  expect(problem).not.toContain('secret');
  expect(await store.sources.list()).toEqual([]);
  expect(await audited()).toEqual([]);
});

test.each<[string, HttpOutcome, string]>([
  [
    'an HTML page',
    okOutcome('<!doctype html><html></html>'),
    'look on that page for the address of its feed.',
  ],
  ['a feed without entries', okOutcome(feed.replace(/<item>.*<\/item>/gs, '')), 'has no entries'],
  ['a server in silence', { kind: 'failed', problem: 'It timed out.', retryAfterMs: null }, 'It timed out.'],
  ['a private address', { kind: 'refused', problem: 'It is not public.', status: null }, 'It is not public.'],
])('%s is not added', async (_, outcome, telling) => {
  const { run, store, audited } = await desk(outcome);

  const problem = problemOf(await run('sources add', { url }));

  expect(problem).toContain(telling);
  expect(problem).toMatch(/ Nothing was added\.$/);
  expect(await store.sources.list()).toEqual([]);
  expect(await audited()).toEqual([]);
});

test('an address that is known, however it is written, is not asked and not added again', async () => {
  const { run, http, audited } = await desk();
  await run('sources add', { url });

  expect(problemOf(await run('sources add', { url: 'http://wire.example/feed.xml/' }))).toMatch(
    /^This address was added already: it is The Wire \(added:.*"sources list" shows how it fares\.$/,
  );
  expect(problemOf(await run('sources add', { url: 'http://gazette.example/rss' }))).toContain(
    "stands in the operator's configuration already",
  );
  expect(http.requests).toHaveLength(1);
  expect(await audited()).toHaveLength(1);
});

test('a configured source is not removed, but paused', async () => {
  const { run, store, listed, claimed, clock } = await desk();
  await store.sources.register([configured], clock.nowMs());

  expect(problemOf(await run('sources remove', { source: 'gazette' }))).toBe(
    "The Gazette (gazette) stands in the operator's configuration; pause it instead or take it out there.",
  );
  const table = tableOf(await run('sources pause', { source: 'gazette' }));
  expect(table.rows).toEqual([['state', 'read', 'paused']]);
  expect(await claimed()).toEqual([]);
  await store.sources.register([configured], clock.nowMs());
  expect(await claimed()).toEqual([]);
  expect((await listed())[0]?.isPaused).toBe(true);
});

test('a configured source can be paused before the first run, and is resumed with the button', async () => {
  const { run, runner, claimed, audited } = await desk();

  const paused = tableOf(await run('sources pause', { source: configured.url }));
  expect(await claimed()).toEqual([]);
  const [undo] = paused.actions ?? [];
  await runner.run(undo?.input ?? { name: 'none', options: {} }, admin);

  expect(await claimed()).toEqual(['The Gazette']);
  expect((await audited()).map(({ before, after }) => [before, after])).toEqual([
    ['{"isPaused":true}', '{"isPaused":false}'],
    ['{"isPaused":false}', '{"isPaused":true}'],
  ]);
});

test('what is so already changes nothing', async () => {
  const { run, audited } = await desk();

  const table = tableOf(await run('sources pause', { source: 'gazette', resume: 'true' }));

  expect(table.rows).toEqual([]);
  expect(table.notes).toEqual(['Nothing changed: the source is read already.']);
  expect(await audited()).toEqual([]);
});

test('an address that is paused is told to be resumed', async () => {
  const { run } = await desk();
  await run('sources pause', { source: 'gazette' });

  expect(problemOf(await run('sources add', { url: configured.url }))).toContain(
    '"sources pause" with resume lets it be read again.',
  );
});

test.each(['sources remove', 'sources pause'])('%s names the sources that there are', async (name) => {
  const { run } = await desk();

  expect(problemOf(await run(name, { source: 'nobody' }))).toBe(
    'There is no source "nobody". There is gazette (The Gazette).',
  );
});

test('of two sources with one name the id decides', async () => {
  const { run, addedId } = await desk();
  await run('sources add', { url, name: 'The Gazette' });
  const id = await addedId();

  const problem = problemOf(await run('sources remove', { source: 'The Gazette' }));

  expect(problem).toBe(`2 sources are called "The Gazette". Write the id of one of them: ${id}, gazette.`);
  expect(tableOf(await run('sources remove', { source: id })).heading).toBe('The source is removed');
});

test('completion tells which sources were added and which are paused', async () => {
  const { run, runner } = await desk();
  await run('sources add', { url });
  await run('sources pause', { source: 'gazette' });

  const choices = await runner.complete('source', '', admin);

  expect(choices.map(({ label }) => label).toSorted()).toEqual(['The Gazette · paused', 'The Wire · added']);
});

test('who works in another workspace is not told who added a source', async () => {
  const { run, listed } = await desk();
  await run('sources add', { url });

  expect((await listed(reader))[0]?.addedBy).toEqual(adder);
  expect((await listed(foreignAdmin))[0]).not.toHaveProperty('addedBy');
});
