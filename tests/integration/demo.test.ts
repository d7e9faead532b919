import { join } from 'node:path';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { type DemoArticle, readNewsroom } from '../../adapters/demo/read-newsroom.ts';
import { projectDir, runCommand } from '../fakes/command-line.ts';

const columns = 80;

test('the demo ends by itself, judges every article as intended, and shows a digest and an answer', async () => {
  const feeds = await readNewsroom(join(projectDir, 'config', 'demo'));
  const articles = feeds.flatMap((feed) => feed.articles);

  const { code, stdout, stderr } = await runCommand(['demo']);

  expect(code, stderr).toBe(0);
  const judged = judgedIn(stderr);
  expect(judged.map(({ title }) => title).sort()).toEqual(articles.map(({ title }) => title).sort());
  expect(misjudged(articles, judged)).toEqual([]);
  const verdicts = new Set(judged.map(({ verdict }) => verdict));
  expect([...verdicts].sort()).toEqual(['contradicts', 'new', 'off_topic', 'repeat', 'update']);
  expect(stdout).toContain(' WIREWATCH DIGEST ');
  expect(stdout).toContain('2027');
  expect(stdout.lastIndexOf('Huawei be out of Britain')).toBeGreaterThan(stdout.indexOf('WIREWATCH DIGEST'));
  expect(stderr).toContain('What to do next');
  expect(stdout + stderr).not.toContain('\u001b');
  expect(stdout.split('\n').filter(isTooWide)).toEqual([]);
});

interface Judged {
  readonly title: string;
  readonly verdict: string;
}

function judgedIn(stderr: string): readonly Judged[] {
  const lines = stderr.matchAll(
    /^ {2}(new|update|repeat|contradicts|offTopic|postponed|unreadable) {2,}(\S.*)$/gm,
  );
  return [...lines].map(([, verdict = '', title = '']) => ({
    title,
    verdict: verdict === 'offTopic' ? 'off_topic' : verdict,
  }));
}

/** Two articles may have one title; they are judged in the order of their dates. */
function misjudged(articles: readonly DemoArticle[], judged: readonly Judged[]): readonly string[] {
  const waiting = articles.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return judged.flatMap(({ title, verdict }) => {
    const place = waiting.findIndex((article) => article.title === title);
    const [article] = waiting.splice(place, 1);
    const fair: readonly string[] = article ? [article.expect, ...article.also_fair] : [];
    return fair.includes(verdict) ? [] : [`${article?.id} is ${verdict}, not ${fair.join(' or ')}`];
  });
}

/** Addresses are never wrapped: a broken one cannot be followed. */
function isTooWide(line: string): boolean {
  return stringWidth(line) > columns && !/^\s*https?:\/\/\S+$/.test(line);
}
