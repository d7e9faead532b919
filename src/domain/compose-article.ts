import type { Article, RawArticle } from './article.ts';
import { canonicalUrl } from './text/canonical-url.ts';
import { withoutFurniture } from './text/furniture.ts';
import { pictureAddress } from './text/picture-address.ts';
import { plainTitle, visibleText } from './text/plain-text.ts';
import { safeLink } from './text/safe-link.ts';
import { scriptLang } from './text/script-lang.ts';
import { sentencesOf } from './text/sentences.ts';
import { shortHash } from './text/short-hash.ts';

/**
 * A text costs time wherever it is compared: one page of 4.7 million characters, kept whole, made every later
 * comparison take ten seconds. The longest real article of this beat is below 60,000.
 */
const mostCharacters = 100_000;

/**
 * Makes an article of what came: title and text plain, furniture away, cut into sentences. Its id follows from its
 * canonical address and its words, so that reading it twice gives one article, and a revised text gives another.
 * The script of a text tells its language better than a feed that declares one language for all of its items.
 */
export function composeArticle(raw: RawArticle): Article {
  const title = plainTitle(raw.title);
  const text = withoutFurniture(withinLimit(visibleText(raw.text)));
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
    imageUrl: pictureAddress(raw.imageUrl),
    text,
    sentences: sentencesOf(text),
  };
}

/** Cut after a paragraph; where one is endless after a sentence; and where that is, between two characters. */
function withinLimit(text: string): string {
  if (text.length <= mostCharacters) return text;
  const room = text.slice(0, mostCharacters);
  const paragraphEnd = room.lastIndexOf('\n');
  if (paragraphEnd > mostCharacters / 2) return room.slice(0, paragraphEnd);
  const sentenceEnd = Math.max(room.lastIndexOf('. '), room.lastIndexOf('。')) + 1;
  return sentenceEnd > mostCharacters / 2 ? room.slice(0, sentenceEnd) : room.replace(/[\uD800-\uDBFF]$/, '');
}
