import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FakeWebServer } from '../fakes/fake-web-server.ts';
import { type BotFolder, jsonLines, leanSettings, makeBotFolder } from './bot-folder.ts';
import { sampleItems, startSampleFeed } from './sample-feed.ts';

let server: FakeWebServer;
let bot: BotFolder;

beforeAll(async () => {
  server = await startSampleFeed();
  bot = makeBotFolder([{ url: server.url('/feed.xml'), name: 'Sample' }], leanSettings);
});

afterAll(async () => {
  bot.remove();
  await server.stop();
});

interface WatchLine {
  readonly id: string;
  readonly name: string;
  readonly hits: number;
}

test('a watch is previewed, saved, alerts, is listed, tested, edited and removed, and the audit log tells', async () => {
  expect(await said('watch', 'add', 'penalty')).toContain('Nothing is saved yet.');
  expect(await linesOf<WatchLine>('watch', 'list')).toEqual([]);

  const [saved] = await linesOf<WatchLine>('watch', 'add', 'penalty', '--name', 'Fines', '--confirm');
  await said('run', '--once');

  expect(bot.journal().map(({ kind }) => kind)).toContain('alert');
  expect(await linesOf<WatchLine>('watch', 'list')).toEqual([
    expect.objectContaining({ id: saved?.id, name: 'Fines', hits: 1 }),
  ]);

  const known = await linesOf<{ id: string; title: string }>('corpus', 'list');
  const fine = known.find(({ title }) => title === sampleItems[1].title)?.id ?? '';
  expect(await said('watch', 'test', fine, '--watch', 'Fines')).toMatch(/^Matched: /);
  expect(await said('watch', 'test', fine, '--query', 'gallium')).toMatch(/^Stopped at .*gallium/);
  expect(await said('watch', 'test', sampleItems[1].text, '--query', 'penalty')).toMatch(
    /^Stopped at .*repeat/,
  );

  const edited = await said('watch', 'edit', 'Fines', '--cadence', 'digest', '--threshold', '0.6');
  expect(edited).toMatch(/cadence +realtime +digest/);
  expect(edited).toMatch(/threshold +0 +0\.6/);

  await said('watch', 'remove', 'fines');
  expect(await linesOf<WatchLine>('watch', 'list')).toEqual([]);
  const changes = await linesOf<{ command: string; person: string; platform: string }>('audit');
  expect(changes.map(({ command }) => command)).toEqual(['watch remove', 'watch edit', 'watch add']);
  expect(changes[0]).toMatchObject({ person: 'operator', platform: 'console' });
}, 60_000);

test('settings, schedule, pause and follow are changed and shown', async () => {
  expect(await said('settings')).toMatch(/zone +UTC/);
  expect(await said('settings', '--quiet', '22:00-07:00', '--style', 'short')).toMatch(/style +full +short/);
  expect(
    await said('digest', 'schedule', '--at', '09:30', '--zone', 'Asia/Shanghai', '--weekend', 'off'),
  ).toMatch(/at 09:30 on weekdays/);
  expect(await said('digest', 'pause')).toMatch(/paused/);
  expect(await said('digest', 'pause', '--resume')).toMatch(/After/);
  expect(await said('follow', '--story', 'toolmaker penalty')).toContain('Followed in journal');
  expect(await said('deliveries', 'list')).toContain('posted');
  expect(await said('digest', 'archive')).toContain('digest of');

  const [settings] = await linesOf<{ zone: string; isPaused: boolean; style: string }>('settings');
  expect(settings).toMatchObject({ zone: 'Asia/Shanghai', isPaused: false, style: 'short' });
}, 60_000);

test('a workspace of a platform sees nothing of the console', async () => {
  const { code, stdout } = await bot.run(['--workspace', 'slack:T1', '--json', 'audit']);

  expect([code, stdout]).toEqual([0, '']);
});

test.each<[string, readonly string[], number, RegExp]>([
  ['an unclosed quote', ['watch', 'add', 'export "list'], 1, /quot/i],
  ['an unknown zone', ['settings', '--zone', 'Mars/Base'], 1, /There is no time zone Mars\/Base; write/],
  ['25:00', ['digest', 'schedule', '--at', '25:00'], 1, /Write it in 24 hours/],
  ['a channel that does not exist', ['settings', '--channel', 'news'], 1, /Set up here: journal\./],
  ['a workspace that is none', ['--workspace', 'T1', 'audit'], 2, /Write console, slack:TEAM/],
  ['a missing query', ['watch', 'add'], 2, /query/],
])('%s ends with a sentence that says what to write', async (_, words, expected, telling) => {
  const { code, stdout, stderr } = await bot.run(words);

  expect([code, stdout]).toEqual([expected, '']);
  expect(stderr).toMatch(telling);
});

async function said(...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await bot.run(words);
  expect(code, stderr).toBe(0);
  return stdout;
}

async function linesOf<T>(...words: readonly string[]): Promise<readonly T[]> {
  return jsonLines<T>(await said('--json', ...words));
}
