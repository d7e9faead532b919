import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { type FakeWebServer, startFakeWebServer } from '../fakes/fake-web-server.ts';
import { type BotFolder, jsonLines, makeBotFolder } from './bot-folder.ts';

const hugeBytes = 60 * 1024 * 1024;
const xml = { 'content-type': 'application/rss+xml' };
const names = ['Good', 'Web page', 'Empty', 'Huge', 'Endless', 'Gone'] as const;

const goodFeed = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Good</title><link>http://127.0.0.1/</link><description>One item</description>
<item><title>Commerce Department adds 12 chip makers to the Entity List</title>
<guid isPermaLink="false">good-1</guid><pubDate>Tue, 03 Nov 2026 09:00:00 GMT</pubDate>
<description>The Commerce Department added 12 Chinese chip makers to the Entity List on Tuesday, so that their American
suppliers need an export license. The makers supplied Huawei, the Bureau of Industry and Security said. The export
controls take effect on December 1, 2026, and exports under way may go on until then.</description></item>
</channel></rss>`;

interface ListedSource {
  readonly name: string;
  readonly ok: boolean;
  readonly problem: string | null;
}

test('a source that is no feed, empty, huge, endless or gone costs itself its turn and nothing else', async () => {
  const server = await startServer();
  const bot = makeBot(server);

  const run = await bot.run(['run', '--once']);
  const listed = await bot.run(['--json', 'sources', 'list']);

  expect(run.code, run.stderr).toBe(0);
  const [head, ...stories] = bot.journal();
  expect(stories.map(({ kind }) => kind)).toEqual(['story']);
  expect(stories[0]?.text).toContain('12 chip makers');
  const foot = unwrapped(head?.text ?? '');
  expect(foot).toContain('5 of 6 sources fail:');
  expect(names.filter((name) => foot.includes(`${name}: `))).toHaveLength(5);
  const sources = jsonLines<ListedSource>(listed.stdout);
  expect(sources.map(({ name, ok }) => [name, ok])).toEqual(
    names.map((name) => [name, name === 'Good']).sort(),
  );
  const reasons = new Map(sources.map(({ name, problem }) => [name, problem]));
  expect(reasons.get('Good')).toBeNull();
  expect(reasons.get('Web page')).toMatch(/page|HTML/);
  expect(reasons.get('Empty')).toMatch(/empty/i);
  expect(reasons.get('Huge')).toMatch(/larger than/);
  expect(reasons.get('Endless')).toMatch(/1500 ms|1\.5 s/);
  expect(reasons.get('Gone')).toMatch(/404/);
  for (const { problem, ok } of sources) if (!ok) expect(problem).toMatch(/^[A-Z0-9].*\.$/);
});

async function startServer(): Promise<FakeWebServer> {
  const server = await startFakeWebServer();
  onTestFinished(() => server.stop());
  server.answer('/good', { headers: xml, body: goodFeed });
  server.answer('/web-page', {
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><html><head><title>Sign in</title></head><body><p>Please sign in.</p></body></html>',
  });
  server.answer('/empty', { headers: xml, body: '' });
  server.answer('/huge', (_request, response) => void sendHuge(response.writeHead(200, xml)));
  server.answer('/endless', (_request, response) => drip(response.writeHead(200, xml)));
  return server;
}

function makeBot(server: FakeWebServer): BotFolder {
  const feeds = names.map((name) => ({ name, url: server.url(`/${name.toLowerCase().replace(' ', '-')}`) }));
  const network = { allowHosts: ['127.0.0.1'], perHostDelayMs: 0, requestTimeoutMs: 1500 };
  const bot = makeBotFolder(feeds, { network });
  onTestFinished(() => bot.remove());
  return bot;
}

/** Whoever reads may hang up at any byte. */
async function sendHuge(response: ServerResponse): Promise<void> {
  const chunk = Buffer.alloc(64 * 1024, '<item><title>x</title></item>\n');
  const closed = once(response, 'close');
  for (let sent = 0; sent < hugeBytes && !response.destroyed; sent += chunk.length) {
    if (!response.write(chunk)) await Promise.race([once(response, 'drain'), closed]);
  }
  response.end();
}

/** Always another byte, never the last: each comes too soon for a time-out that counts from the byte before. */
function drip(response: ServerResponse): void {
  response.write('<?xml version="1.0"?><rss version="2.0"><channel>');
  const drops = setInterval(() => response.write(' '), 100);
  response.once('close', () => clearInterval(drops));
}

function unwrapped(text: string): string {
  return text.replace(/\s+/g, ' ');
}
