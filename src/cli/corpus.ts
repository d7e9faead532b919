import { readDocuments } from '../../adapters/documents/read-documents.ts';
import type { Assembly } from '../assemble.ts';
import { importDocument } from '../collect/import-corpus.ts';
import type { Article, ArticleKind } from '../domain/article.ts';
import { isoOfMoment } from '../domain/moment.ts';
import { printJson, type Terminal } from './terminal.ts';
import { CommandFailure } from './usage-error.ts';

const mostListed = 10_000;

/** Reads seed documents from a folder and keeps them as known from the start. */
export async function importCorpus(folder: string, assembly: Assembly, terminal: Terminal): Promise<void> {
  const { tools } = assembly.collect;
  let kept = 0;
  for (const { file, raw, problem } of await readDocuments(folder, 'seed', tools.pageExtractor)) {
    if (!raw) {
      terminal.err(`${problem}\n`);
      continue;
    }
    const { prepared, isNew } = await importDocument(raw, assembly.clock.nowMs(), tools);
    kept += 1;
    if (terminal.isJson)
      printJson(terminal, { file, ...articleLine(prepared.article), known_before: !isNew });
    else terminal.out(`${isNew ? 'imported' : 'known   '}  ${file}: ${describe(prepared.article)}\n`);
  }
  if (kept === 0)
    throw new CommandFailure(
      `No document was imported from ${folder}: it holds no .txt, .md or .html file with text.`,
    );
}

export async function listCorpus(assembly: Assembly, terminal: Terminal): Promise<void> {
  const kinds: readonly ArticleKind[] = ['seed', 'note', 'report'];
  const known = await assembly.store.articles.list({ kinds, sinceMs: 0, limit: mostListed + 1 });
  for (const { article } of known.slice(0, mostListed)) {
    if (terminal.isJson) printJson(terminal, articleLine(article));
    else terminal.out(`${article.kind.padEnd(6)}  ${describe(article)}\n`);
  }
  if (known.length > mostListed)
    terminal.err(`There are more: only the first ${mostListed} kept are listed.\n`);
}

function articleLine({ id, kind, title, url, publisher, publishedAt, lang, sentences }: Article) {
  const date = isoOfMoment(publishedAt);
  return {
    id,
    kind,
    title,
    url,
    publisher,
    date,
    date_basis: publishedAt.basis,
    lang,
    sentences: sentences.length,
  };
}

function describe({ title, publisher, publishedAt }: Article): string {
  return `${title} (${publisher ?? 'publisher unknown'}, ${isoOfMoment(publishedAt) ?? 'date unknown'})`;
}
