import type { Kysely, Transaction } from 'kysely';
import type { ArticleKind } from '../../src/domain/article.ts';
import type { KeptArticle } from '../../src/domain/story.ts';
import { canonicalUrl } from '../../src/domain/text/canonical-url.ts';
import type { ArticleStore } from '../../src/ports/article-store.ts';
import { findCandidates } from './candidates.ts';
import { keepArticle } from './keep-article.ts';
import type { Tables } from './schema.ts';
import { keptArticleColumns, keptArticleOf } from './stored-article.ts';

export function articleStore(db: Kysely<Tables>): ArticleStore {
  return {
    candidates: (probe) => db.transaction().execute((trx) => findCandidates(trx, probe)),
    keep: (decision) => db.transaction().execute((trx) => keepArticle(trx, decision)),
    list: (filter) => db.transaction().execute((trx) => list(trx, filter)),
    find: (idOrUrl) => db.transaction().execute((trx) => find(trx, idOrUrl)),
  };
}

async function list(
  trx: Transaction<Tables>,
  filter: { kinds: readonly ArticleKind[]; sinceMs: number; limit: number },
): Promise<readonly KeptArticle[]> {
  const rows = await trx
    .selectFrom('articles')
    .select(keptArticleColumns)
    .$if(filter.kinds.length > 0, (query) => query.where('kind', 'in', filter.kinds))
    .where('kept_at_ms', '>=', filter.sinceMs)
    .orderBy('sequence')
    .limit(filter.limit)
    .execute();
  return rows.map(keptArticleOf);
}

async function find(trx: Transaction<Tables>, idOrUrl: string): Promise<KeptArticle | null> {
  const address = canonicalUrl(idOrUrl);
  const row = await trx
    .selectFrom('articles')
    .select(keptArticleColumns)
    .where((eb) =>
      address === null
        ? eb('id', '=', idOrUrl)
        : eb.or([eb('id', '=', idOrUrl), eb('canonical_url', '=', address)]),
    )
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? keptArticleOf(row) : null;
}
