import { expect, test } from 'vitest';
import { commandDesk, problemOf } from './command-desk.ts';

test.each<[string, string, RegExp]>([
  [
    'a regular expression that explodes elsewhere and looks ahead',
    '/(a+)+(?=b)/',
    /join them with AND or NOT\.$/,
  ],
  ['a regular expression with a backreference', String.raw`/(a+)\1/`, /write out what may repeat\.$/],
  ['an unclosed quote', 'export "entity list', /quot/i],
  ['a watch of only stop words', 'the AND of', /write|add/i],
  ['NOT alone', 'NOT', /write|add/i],
  ['only a negation', 'NOT mining', /write|add/i],
  [
    '500 terms',
    Array.from({ length: 500 }, (_, index) => `x${index.toString(36)}`).join(' '),
    /500.*make two watches/s,
  ],
  ['an empty query', ' ', /needs query/],
])('%s is refused with what to write instead', async (_, query, telling) => {
  const { run, store } = await commandDesk();

  const problem = problemOf(await run('watch add', { query, confirm: 'true' }));

  expect(problem).toMatch(telling);
  expect(problem).toMatch(/\S: .*\.$|\. .*\.$/s);
  expect(await store.watches.list()).toEqual([]);
});

test('a regular expression that would explode elsewhere is a watch like any other', async () => {
  const { run, store } = await commandDesk();

  await run('watch add', { query: '/(a+)+$/', confirm: 'true' });

  expect(await store.watches.list()).toHaveLength(1);
});

test.each<[string, string, Readonly<Record<string, string>>, string]>([
  ['an unknown zone', 'settings', { zone: 'Berlin/Europe' }, 'write'],
  ['25:00', 'digest schedule', { at: '25:00' }, 'as 08:00'],
  ['a channel that does not exist', 'settings', { channel: 'news', at: '09:00' }, 'Set up here: journal.'],
  [
    'a watch in a channel that does not exist',
    'watch add',
    { query: 'gallium', channel: '#news' },
    'Set up here: journal.',
  ],
  ['a digest in a channel that does not exist', 'digest now', { channel: 'news' }, 'Set up here: journal.'],
  ['a cadence that there is not', 'settings', { cadence: 'hourly' }, 'Write one of: realtime, daily'],
  ['a schedule without a time', 'digest schedule', {}, 'Say when'],
  ['a watch that there is not', 'watch remove', { watch: 'w9' }, '"watch add" makes one'],
  ['a delivery that there is not', 'deliveries retry', { key: 'k9' }, '"deliveries list" shows the keys'],
  ['a digest that there is not', 'digest archive', { digest: 'k9' }, '"digest archive" lists'],
  ['no subject to follow', 'follow', {}, 'Give a story'],
  ['neither watch nor query', 'watch test', { article: 'x' }, 'Give a watch'],
  ['no number of changes', 'audit', { limit: 'all' }, 'from 1 to 200'],
])('%s is refused with what to write instead', async (_, name, options, telling) => {
  const { run, store } = await commandDesk();

  const problem = problemOf(await run(name, options));

  expect(problem).toContain(telling);
  expect(await store.audit.list({ platform: 'console', workspaceId: 'console', limit: 9 })).toEqual([]);
});
