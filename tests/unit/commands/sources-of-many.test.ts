import { expect, test } from 'vitest';
import type { CommandAnswer } from '../../../src/domain/command.ts';
import { sourceOf } from '../../contract/store/samples.ts';
import { okOutcome } from '../../fakes/scripted-http.ts';
import { admin, commandDesk, foreignAdmin, foreignJournal, problemOf, settings } from './command-desk.ts';

const feed =
  '<rss version="2.0"><channel><title>Wire</title><item><title>A</title><link>https://w.example/1</link></item></channel></rss>';
const commands: readonly [string, Readonly<Record<string, string>>][] = [
  ['sources add', { url: 'https://w.example/feed' }],
  ['sources remove', { source: 'gazette' }],
  ['sources pause', { source: 'gazette' }],
  ['sources pause', { source: 'gazette', resume: 'true' }],
];

/** The desk serves the console and the workspace T1; a feed stands at w.example. */
async function desk() {
  const scene = await commandDesk({}, [sourceOf('gazette')]);
  scene.http.answer('https://w.example/feed', okOutcome(feed));
  const addChannel = (workspaceId: string) =>
    scene.store.channels.configure({ ref: { ...foreignJournal, workspaceId }, settings }, 0);
  const install = (workspaceId: string) =>
    scene.store.installations.save({
      workspace: { platform: 'slack', workspaceId },
      sealed: '',
      installedBy: 'U1',
      atMs: 0,
    });
  return { ...scene, addChannel, install };
}

function expectShared(answer: CommandAnswer, name: string): void {
  expect(problemOf(answer)).toMatch(
    new RegExp(`^"${name}" is not possible here: this bot serves 2 workspaces, .* in the configuration\\.$`),
  );
}

test.each(commands)('%s %j is refused where channels of two workspaces are set up', async (name, options) => {
  const { run, addChannel, store, http } = await desk();
  await addChannel('T2');

  expectShared(await run(name, options, foreignAdmin), name);
  expect(http.requests).toEqual([]);
  expect(await store.sources.list()).toEqual([]);
  expect(await store.audit.list({ ...foreignAdmin, limit: 9 })).toEqual([]);
});

test.each(commands)('%s %j is refused where another workspace installed the bot', async (name, options) => {
  const { run, install } = await desk();
  await install('T2');

  expectShared(await run(name, options, foreignAdmin), name);
});

test('a workspace that asks from no channel counts too', async () => {
  const { run } = await desk();

  expectShared(await run('sources add', { url: 'x' }, { ...foreignAdmin, workspaceId: 'T2' }), 'sources add');
});

test('the same workspace, installed and with channels, counts once', async () => {
  const { run, install } = await desk();
  await install('T1');

  const answer = await run('sources add', { url: 'https://w.example/feed' }, foreignAdmin);

  expect(answer).toMatchObject({ kind: 'table', table: { heading: 'The source is added' } });
});

test('the operator takes back what was done while there was one workspace, and adds nothing', async () => {
  const { run, addChannel, store } = await desk();
  await run('sources add', { url: 'https://w.example/feed' }, foreignAdmin);
  await run('sources pause', { source: 'gazette' }, foreignAdmin);
  await addChannel('T2');

  await run('sources remove', { source: 'Wire' }, admin);
  await run('sources pause', { source: 'gazette', resume: 'true' }, admin);

  const listed = await store.sources.list();
  expect(listed.map(({ source, isPaused }) => [source.id, isPaused])).toEqual([['gazette', undefined]]);
  expectShared(await run('sources pause', { source: 'gazette' }, admin), 'sources pause');
  expectShared(await run('sources add', { url: 'https://w.example/feed' }, admin), 'sources add');
});
