import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FakeWebServer } from '../fakes/fake-web-server.ts';
import { type BotFolder, jsonLines, leanSettings, makeBotFolder } from './bot-folder.ts';
import { sampleItems, startSampleFeed, tellableStories } from './sample-feed.ts';

const secret = 'nobody-may-see-this-0123456789abcdef';
const address = 'http://127.0.0.1:9/v1';
/** A model that cannot be reached, and platforms that this run does not connect to. */
const secrets = {
  OPENAI_API_KEY: `sk-${secret}`,
  OPENAI_BASE_URL: address,
  SLACK_BOT_TOKEN: `xoxb-${secret}`,
  SLACK_APP_TOKEN: `xapp-${secret}`,
  SLACK_API_URL: `${address}/`,
  DISCORD_TOKEN: secret,
  DISCORD_API_URL: address,
  DATABASE_URL: `postgres://wire:${secret}@127.0.0.1:9/wire`,
};

let server: FakeWebServer;
/** Has collected and told the sample feed. */
let bot: BotFolder;

beforeAll(async () => {
  server = await startSampleFeed();
  bot = makeBot();
  writeFileSync(join(bot.dir, 'articles.jsonl'), sampleItems.map(articleLine).join('\n'));
  const questions = ['Who pays a penalty of $45 million?', 'What does a tomato weigh?'];
  const lines = questions.map((question, index) => JSON.stringify({ id: `q${index}`, question }));
  writeFileSync(join(bot.dir, 'questions.jsonl'), lines.join('\n'));
  mkdirSync(join(bot.dir, 'documents'));
  writeFileSync(join(bot.dir, 'documents', 'first.txt'), sampleItems[0].text);
  await bot.run(['run', '--once']);
});

afterAll(async () => {
  bot.remove();
  await server.stop();
});

test('--json prints the numbers of a run alone on standard output', async () => {
  const fresh = makeBot();

  const { code, stdout } = await fresh.run(['--json', 'run', '--once']);

  fresh.remove();
  expect(code).toBe(0);
  const told = { posted: tellableStories + 1, postponed: 0, dead: 0 };
  expect(jsonLines(stdout)).toEqual([{ collected: expect.objectContaining({ read: 3 }), sent: told }]);
});

test.each<[string, readonly string[], readonly string[]]>([
  [
    'ingest',
    ['ingest', 'articles.jsonl'],
    ['id', 'relevant', 'relevance', 'reasons', 'verdict', 'new_facts'],
  ],
  ['ask', ['ask', 'Who pays a penalty of $45 million?'], ['question', 'answered', 'answer', 'sentences']],
  ['ask --batch', ['ask', '--batch', 'questions.jsonl'], ['id', 'question', 'answered', 'sentences']],
  [
    'compare',
    ['compare', '--file', 'articles.jsonl', '--against', 'articles.jsonl'],
    ['id', 'verdict', 'conflicts', 'compared_with'],
  ],
  ['corpus import', ['corpus', 'import', 'documents'], ['file', 'title', 'date', 'known_before']],
  ['corpus list', ['corpus', 'list'], ['id', 'kind', 'title', 'publisher', 'date', 'date_basis']],
  ['sources list', ['sources', 'list'], ['id', 'name', 'url', 'ok', 'problem']],
  ['digest preview for Slack', ['digest', 'preview', '--platform', 'slack', '--all'], ['text', 'blocks']],
  [
    'digest preview for Discord',
    ['digest', 'preview', '--platform', 'discord', '--all'],
    ['allowed_mentions'],
  ],
  ['digest preview for the console', ['digest', 'preview', '--platform', 'console', '--all'], ['text']],
  ['story', ['story', 'toolmaker penalty Huawei'], ['kind', 'story']],
  ['doctor', ['doctor'], ['check', 'ok', 'detail', 'advice']],
])('--json prints nothing but objects for %s', async (_, words, keys) => {
  const { code, stdout, stderr } = await bot.run(['--json', ...words.map(pathInBot)]);

  expect(code, stderr).toBe(0);
  const lines = jsonLines<Record<string, unknown>>(stdout);
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(Object.keys(line)).toEqual(expect.arrayContaining([...keys]));
});

test.each<[string, readonly string[], RegExp]>([
  ['an unknown command', ['frobnicate'], /frobnicate/],
  ['an unknown option', ['run', '--twice'], /--twice/],
  ['a missing file name', ['ingest'], /file/],
  ['a file that is not there', ['ingest', '/nowhere/articles.jsonl'], /\/nowhere\/articles\.jsonl/],
  ['a missing question', ['ask'], /question/],
  ['a platform that is none', ['digest', 'preview', '--platform', 'telegraph'], /telegraph/],
  ['half a comparison', ['compare', '--file', 'articles.jsonl'], /--against/],
])('%s is a usage error: exit code 2 and a sentence', async (_, words, telling) => {
  const { code, stdout, stderr } = await bot.run(words);

  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(telling);
  expect(stderr.trim()).toMatch(/^["\p{Lu}-].*\.$/su);
});

test.each<[string, readonly string[]]>([
  ['a story that nobody knows', ['story', 'zeppelin']],
  ['a folder that is not there', ['corpus', 'import', '/nowhere']],
  ['an address that may not be fetched', ['compare', 'http://10.0.0.1/']],
])('%s is a failure: exit code 1 and a sentence', async (_, words) => {
  const { code, stdout, stderr } = await bot.run(words);

  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim()).toMatch(/^\p{Lu}.*\.$/u);
});

test('a configuration with five mistakes lists five, and nothing starts', async () => {
  const broken = makeBotFolder([{ url: 'ftp://127.0.0.1/feed', name: 'A' }], {
    topic: 'no-such-topic',
    network: { perHostDelayMs: 'fast' },
    digest: { zone: 'Mars/Base', crn: '0 8 * * *' },
  });

  const { code, stdout, stderr } = await broken.run(['run', '--once']);

  broken.remove();
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('5 problems');
  const keys = ['topic', 'sources.feeds[0].url', 'network.perHostDelayMs', 'digest.zone', 'digest.crn'];
  const listed = stderr.split('\n').filter((line) => line.startsWith('  - '));
  expect(listed).toHaveLength(keys.length);
  for (const key of keys) expect(stderr).toContain(`  - ${key} (config.yaml, line `);
});

test.each<[string, readonly string[], number]>([
  ['a run', ['run', '--once'], 0],
  ['the doctor', ['doctor'], 1],
])('%s shows none of the secrets that the environment holds', async (_, words, expected) => {
  const fresh = makeBot();

  const { code, stdout, stderr } = await fresh.run(words, secrets);
  const journal = fresh.journalText();

  fresh.remove();
  expect(code, stderr).toBe(expected);
  expect(stdout + stderr).not.toBe('');
  expect(stdout + stderr + journal).not.toContain(secret);
});

test('a mistake in a secret is told without the secret', async () => {
  const wrong = { ...secrets, SLACK_BOT_TOKEN: secret, DATABASE_URL: secret, SLACK_APP_TOKEN: '' };

  const { code, stdout, stderr } = await bot.run(['doctor'], wrong);

  expect(code).toBe(1);
  expect(stdout).toContain('SLACK_BOT_TOKEN');
  expect(stdout).toContain('DATABASE_URL');
  expect(stdout + stderr).not.toContain(secret);
});

function makeBot(): BotFolder {
  return makeBotFolder([{ url: server.url('/feed.xml'), name: 'Sample' }], leanSettings);
}

function articleLine({ id, title, text }: (typeof sampleItems)[number]): string {
  return JSON.stringify({ id, title, text, url: server.url(`/${id}.html`), date: '2026-11-03' });
}

/** Files and folders of the bot's own are named without their path above. */
function pathInBot(word: string): string {
  return /\.jsonl$|^documents$/.test(word) ? join(bot.dir, word) : word;
}
