import type { Article, RawArticle } from './article.ts';
import { canonicalUrl } from './text/canonical-url.ts';
import { withoutFurniture } from './text/furniture.ts';
import { plainTitle, visibleText } from './text/plain-text.ts';
import { safeLink } from './text/safe-link.ts';
import { scriptLang } from './text/script-lang.ts';
import { sentencesOf } from './text/sentences.ts';
import { shortHash } from './text/short-hash.ts';

/**
 * Makes an article of what came: title and text plain, furniture away, cut into sentences. Its id follows from its
 * canonical address and its words, so that reading it twice gives one article, and a revised text gives another.
 * The script of a text tells its language better than a feed that declares one language for all of its items.
 */
export function composeArticle(raw: RawArticle): Article {
  const title = plainTitle(raw.title);
  const text = withoutFurniture(visibleText(raw.text));
  return {
    id: `a${shortHash([canonicalUrl(raw.url), title, text].join('\n'))}`,
    url: safeLink(raw.url)?.href ?? null,
    title,
    publisher: raw.publisher ? plainTitle(raw.publisher) : null,
    publishedAt: raw.publishedAt,
    lang: scriptLang(text) ?? raw.lang?.toLowerCase().split('-')[0] ?? 'und',
    kind: raw.kind,
    tier: raw.tier,
    sourceId: raw.sourceId,
    text,
    sentences: sentencesOf(text),
  };
}
