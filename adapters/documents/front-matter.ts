import { parse } from 'yaml';
import { z } from 'zod';
import type { ArticleKind, RawArticle } from '../../src/domain/article.ts';
import { readIsoMoment } from '../../src/domain/moment.ts';

const fence = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

/** What a document's head may hold; config/corpus/README.md says what the keys mean. Others are the author's own. */
const head = z.looseObject({
  title: z.string().min(1),
  url: z.string().nullish(),
  publisher: z.string().nullish(),
  about: z.looseObject({ publisher: z.string().nullish(), url: z.string().nullish() }).nullish(),
  date: z.union([z.string(), z.looseObject({ value: z.string().nullish() })]).nullish(),
  lang: z.string().nullish(),
});

/** Reads a Markdown document with front matter; `null` when it has none. Throws a sentence when its head is wrong. */
export function readFrontMatterDocument(text: string, kind: ArticleKind): RawArticle | null {
  const [, yaml, body] = fence.exec(text) ?? [];
  if (yaml === undefined || body === undefined) return null;
  const parsed = head.safeParse(parse(yaml));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`its front matter is not as it should be: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { title, about, date, lang } = parsed.data;
  const value = typeof date === 'string' ? date : date?.value;
  return {
    url: about?.url ?? parsed.data.url ?? null,
    title,
    publisher: about?.publisher ?? parsed.data.publisher ?? null,
    publishedAt: readIsoMoment(value, 'given'),
    lang: lang ?? null,
    kind,
    tier: 'wire',
    sourceId: null,
    imageUrl: null,
    text: body.replaceAll(/^#+\s+/gm, ''),
  };
}
