import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { RawArticle } from '../domain/article.ts';
import { readIsoMoment } from '../domain/moment.ts';
import { UsageError } from './usage-error.ts';

const line = z.looseObject({
  id: z.string().nullish(),
  url: z.string().nullish(),
  title: z.string(),
  date: z.string().nullish(),
  lang: z.string().nullish(),
  publisher: z.string().nullish(),
  text: z.string(),
});

/** An article of a JSON Lines file, with the id it was given there. */
export interface GivenArticle {
  readonly givenId: string | null;
  readonly raw: RawArticle;
}

/** The objects of a JSON Lines file; empty lines count for nothing. Throws `UsageError` with the line's number. */
export function readJsonLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return textOf(file)
    .split('\n')
    .flatMap((text, index) => (text.trim() ? [readLine(text, `${file}, line ${index + 1}`, schema)] : []));
}

function readLine<T>(text: string, where: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${where} is not JSON. Write one object a line.`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(
    `${where} is not as it should be: ${issue?.path.join('.') || 'the object'}: ${issue?.message}.`,
  );
}

function textOf(file: string): string {
  try {
    // Some editors begin a file with a byte order mark, which is no part of its first line.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new UsageError(`The file ${file} cannot be read. Name a JSON Lines file that is there.`, { cause });
  }
}

/** Reads `{id?, url, title, date?, lang?, publisher?, text}` a line. */
export function readArticles(file: string): GivenArticle[] {
  return readJsonLines(file, line).map(({ id, url, title, date, lang, publisher, text }) => ({
    givenId: id ?? null,
    raw: {
      url: url ?? null,
      title,
      publisher: publisher ?? null,
      publishedAt: readIsoMoment(date, 'given'),
      lang: lang ?? null,
      kind: 'report',
      tier: 'wire',
      sourceId: null,
      imageUrl: null,
      text,
    },
  }));
}
