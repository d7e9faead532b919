import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ArticleKind, RawArticle } from '../../src/domain/article.ts';
import { readPlainDocument } from '../../src/domain/read-plain-document.ts';
import type { PageExtractor } from '../../src/ports/page-extractor.ts';
import { readFrontMatterDocument } from './front-matter.ts';

export interface DocumentReading {
  readonly file: string;
  /** `null` with a problem when the file could not be read as a document. */
  readonly raw: RawArticle | null;
  readonly problem: string | null;
}

const readable = new Set(['.txt', '.text', '.md', '.markdown', '.html', '.htm']);
const mostBytes = 5_000_000;

/** A folder that cannot be read. The message is a sentence. */
class DocumentFolderError extends Error {
  override readonly name = 'DocumentFolderError';
}

/**
 * Reads every document of a folder, by name: text files, Markdown with front matter, HTML pages. Folders in it, hidden
 * files and a README.md are left out. A file that cannot be read is told and costs the others nothing.
 */
export async function readDocuments(
  folder: string,
  kind: ArticleKind,
  pages: PageExtractor,
): Promise<DocumentReading[]> {
  const files = await documentFiles(folder);
  const readings: DocumentReading[] = [];
  for (const file of files) readings.push(await readDocument(folder, file, kind, pages));
  return readings;
}

async function documentFiles(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder, { withFileTypes: true });
    return names
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== 'README.md')
      .map((entry) => entry.name)
      .sort();
  } catch (cause) {
    throw new DocumentFolderError(
      `The folder ${folder} cannot be read. Name a folder that holds documents.`,
      { cause },
    );
  }
}

async function readDocument(
  folder: string,
  file: string,
  kind: ArticleKind,
  pages: PageExtractor,
): Promise<DocumentReading> {
  const extension = extname(file).toLowerCase();
  const refuse = (problem: string): DocumentReading => ({
    file,
    raw: null,
    problem: `${file} was not read: ${problem}`,
  });
  if (!readable.has(extension)) return refuse('only .txt, .md and .html documents are read.');
  try {
    const path = join(folder, file);
    if ((await stat(path)).size > mostBytes) return refuse(`it is larger than ${mostBytes / 1e6} MB.`);
    const body = await readFile(path);
    const raw = extension.startsWith('.htm')
      ? await readPage(body, kind, pages)
      : readText(body.toString('utf8'), kind);
    return raw.text.trim() ? { file, raw, problem: null } : refuse('it holds no text.');
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function readText(text: string, kind: ArticleKind): RawArticle {
  return readFrontMatterDocument(text, kind) ?? { ...readPlainDocument(text), kind };
}

async function readPage(body: Uint8Array, kind: ArticleKind, pages: PageExtractor): Promise<RawArticle> {
  const page = await pages.extract({ body, contentType: 'text/html', url: 'http://localhost/' });
  if (page.kind === 'unreadable') throw new Error(page.reason);
  const { canonicalUrl: url, title, publisher, publishedAt, lang, imageUrl, text } = page;
  const from = { tier: 'wire', sourceId: null } as const;
  return { url, title: title ?? '', publisher, publishedAt, lang, kind, ...from, imageUrl, text };
}
