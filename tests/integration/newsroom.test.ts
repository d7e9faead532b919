import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  labelledArticles,
  liveItems,
  newsroomIsAbsent,
  newsroomIsThere,
  startNewsroomProcess,
} from '../fakes/newsroom-process.ts';
import { jsonLines, leanSettings, makeBotFolder, type PostedMessage } from './bot-folder.ts';

const nothingToRead = newsroomIsThere ? '' : ` (skipped: ${newsroomIsAbsent})`;
const liveRuns = 12;
const told = ['new', 'update', 'contradicts'];

test(`seven feeds of real articles become one digest, and a second run posts nothing${nothingToRead}`, async (context) => {
  if (!newsroomIsThere) context.skip(newsroomIsAbsent);
  const newsroom = await startNewsroomProcess({ liveStep: 1 });
  onTestFinished(() => newsroom.stop());
  const bot = makeBotFolder([
    { url: newsroom.url('/feeds/wire-fulltext.xml'), name: 'Wire' },
    { url: newsroom.url('/feeds/wire-summaries.xml'), name: 'Summaries' },
    { url: newsroom.url('/feeds/atom-relative.xml'), name: 'Relative links' },
    { url: newsroom.url('/feeds/desk.json'), name: 'Desk', tier: 'primary' },
    { url: newsroom.url('/feeds/malformed.xml'), name: 'Malformed' },
    { url: newsroom.url('/feeds/chinese-gb18030.xml'), name: 'Chinese', lang: 'zh' },
    { url: newsroom.url('/feeds/world.xml'), name: 'World' },
  ]);
  onTestFinished(() => bot.remove());

  const first = await bot.run(['run', '--once']);
  const journal = bot.journalText();
  const second = await bot.run(['run', '--once']);

  expect(first.code, first.stderr).toBe(0);
  expect(first.stderr).not.toContain('fails:');
  expectOneDigest(bot.journal());
  expect(second.code, second.stderr).toBe(0);
  expect(second.stdout).toBe('');
  expect(bot.journalText()).toBe(journal);
});

test(`each run on a feed that grows posts just what is new and on topic${nothingToRead}`, async (context) => {
  if (!newsroomIsThere) context.skip(newsroomIsAbsent);
  const shown = shownItems();
  const newsroom = await startNewsroomProcess({ liveStep: 1 });
  onTestFinished(() => newsroom.stop());
  const bot = makeBotFolder([{ url: newsroom.url('/feeds/live.xml'), name: 'Live' }], leanSettings);
  onTestFinished(() => bot.remove());
  const judgedRelevant = await relevantItems(shown);
  let postedStories = 0;

  for (const item of shown) {
    const before = bot.journal().length;
    const run = await bot.run(['run', '--once']);
    const messages = bot.journal().slice(before);

    expect(run.code, run.stderr).toBe(0);
    const [verdict, ...others] = verdictsIn(run.stderr);
    expect(others, 'one item more is shown, so one is read').toEqual([]);
    expect(verdict !== 'offTopic', item.id).toBe(judgedRelevant.has(item.id));
    const stories = messages.filter(({ kind }) => kind === 'story');
    expect(stories.length, `${item.id} is ${verdict}`).toBe(told.includes(verdict ?? '') ? 1 : 0);
    if (stories.length === 0) expect(messages).toEqual([]);
    else expectOneDigest(messages);
    for (const { text } of stories) expect(pagesIn(text)).toContain(item.id);
    postedStories += stories.length;
  }

  expect(postedStories).toBeGreaterThan(1);
  expect(postedStories).toBeLessThan(liveRuns);
  const keys = bot.journal().map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

interface ShownItem {
  /** The page's name, under which the labelled articles know it as well. */
  readonly id: string;
}

function shownItems(): readonly ShownItem[] {
  const items: { link: string }[] = JSON.parse(readFileSync(liveItems, 'utf8'));
  return items.slice(0, liveRuns).map(({ link }) => ({ id: pagesIn(link)[0] ?? link }));
}

/** The items that are on topic when their labelled texts are judged one by one: whether a feed brings them must not matter. */
async function relevantItems(items: readonly ShownItem[]): Promise<ReadonlySet<string>> {
  const bot = makeBotFolder([], leanSettings);
  onTestFinished(() => bot.remove());
  const texts = new Map(
    jsonLines<{ id: string }>(readFileSync(labelledArticles, 'utf8')).map((article) => [article.id, article]),
  );
  const file = join(bot.dir, 'articles.jsonl');
  writeFileSync(file, items.map(({ id }) => JSON.stringify(texts.get(id))).join('\n'));
  const ingested = await bot.run(['--json', 'ingest', file]);
  const lines = jsonLines<{ id: string; relevant: boolean }>(ingested.stdout);
  expect(lines.length, ingested.stderr).toBe(items.length);
  return new Set(lines.filter(({ relevant }) => relevant).map(({ id }) => id));
}

function verdictsIn(stderr: string): readonly string[] {
  return [...stderr.matchAll(/^ {2}(new|update|repeat|contradicts|offTopic|postponed|unreadable) {2}/gm)].map(
    ([, verdict]) => verdict ?? '',
  );
}

function pagesIn(text: string): readonly string[] {
  return [...text.matchAll(/\/pages\/(a\d+)\.html/g)].map(([, page]) => page ?? '');
}

function expectOneDigest(messages: readonly PostedMessage[]): void {
  const [head, ...items] = messages;
  expect(head?.kind).toBe('digest');
  expect(items.length).toBeGreaterThan(0);
  for (const item of items) {
    expect(item.kind).toBe('story');
    expect(item.threadMessageId).toBe(head?.messageId);
  }
}
