import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { SourceTier } from '../../src/domain/article.ts';
import type { Verdict } from '../../src/domain/comparison.ts';

const verdicts = [
  'off_topic',
  'repeat',
  'update',
  'new',
  'contradicts',
] as const satisfies readonly Verdict[];
const tiers = ['primary', 'wire', 'commentary'] as const satisfies readonly SourceTier[];

const articleShape = z.strictObject({
  id: z.string(),
  outlet: z.string(),
  /** Path of the page with its query, if it has one. */
  path: z.string().startsWith('/'),
  title: z.string(),
  /** ISO 8601 instant. */
  date: z.iso.datetime(),
  lang: z.enum(['en', 'zh-Hans', 'zh-Hant']),
  /** Articles about one event carry the same name; `null` off the topic. */
  event: z.string().nullable(),
  expect: z.enum(verdicts),
  /** Verdicts that would be right as well. */
  also_fair: z.array(z.enum(verdicts)).default([]),
  /** A sentence: what makes `expect` the right verdict. */
  why: z.string(),
});

const feedShape = z.strictObject({
  id: z.string(),
  name: z.string(),
  format: z.enum(['atom', 'rss', 'rss-summaries', 'json']),
  path: z.string().startsWith('/'),
  tier: z.enum(tiers),
  lang: z.string(),
  articles: z.array(z.string()).min(1),
});

const newsroomShape = z.strictObject({ feeds: z.array(feedShape).min(1) });

export type DemoArticle = Readonly<z.infer<typeof articleShape>> & {
  readonly paragraphs: readonly string[];
};

export type DemoFeed = Readonly<Omit<z.infer<typeof feedShape>, 'articles'>> & {
  /** Oldest first. */
  readonly articles: readonly DemoArticle[];
};

const frontMatter = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

/**
 * Reads a newsroom folder: `newsroom.yaml` and the Markdown files in `articles/` that it names.
 * Throws with the file's name when a file is missing or malformed: the folder is shipped, so that is a fault of ours.
 */
export async function readNewsroom(dir: string): Promise<readonly DemoFeed[]> {
  const file = join(dir, 'newsroom.yaml');
  const { feeds } = checked(newsroomShape, parse(await readFile(file, 'utf8')), file);
  return Promise.all(
    feeds.map(async (feed) => ({
      ...feed,
      articles: await Promise.all(feed.articles.map((id) => readArticle(dir, id))),
    })),
  );
}

async function readArticle(dir: string, id: string): Promise<DemoArticle> {
  const file = join(dir, 'articles', `${id}.md`);
  const [, head = '', body = ''] = frontMatter.exec(await readFile(file, 'utf8')) ?? [];
  const article = checked(articleShape, parse(head), file);
  if (article.id !== id) throw new Error(`The id in ${file} is "${article.id}"; it must be the file's name.`);
  const paragraphs = body
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  return { ...article, paragraphs };
}

function checked<Shape extends z.ZodType>(shape: Shape, value: unknown, file: string): z.infer<Shape> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  throw new Error(`The sample newsroom cannot be used: ${file}\n${z.prettifyError(result.error)}`, {
    cause: result.error,
  });
}
