import { Readability } from '@mozilla/readability';
import type { PageReading } from '../../src/domain/entry.ts';
import { decodeBytes } from '../../src/domain/text/decode-bytes.ts';
import { visibleText } from '../../src/domain/text/plain-text.ts';
import type { PageBytes } from '../../src/ports/page-extractor.ts';
import { articleLines } from './article-lines.ts';
import { blocksOf } from './page-blocks.ts';
import { type PageDocument, readDocument } from './page-document.ts';
import { readPageMetadata } from './page-metadata.ts';
import { sizeProblem } from './page-size.ts';

const maxBytes = 5_000_000;
/** Less than this is a notice, a login page or a teaser that was not found. */
const leastChars = 80;

/**
 * Finds the article in an HTML page, from the web or from a file (whose address may be `file:`). Text comes as
 * paragraphs parted by a line break. Never rejects for what a page holds; a page that takes too long is the caller's to end.
 */
export async function extractPage(page: PageBytes): Promise<PageReading> {
  if (page.body.byteLength > maxBytes) return unreadable(`The page is larger than ${maxBytes / 1e6} MB.`);
  if (/^(?:image|video|audio|application\/(?:pdf|zip|msword))/i.test(page.contentType ?? '')) {
    return unreadable(`The address answered with ${page.contentType?.split(';', 1)[0]} and not with a page.`);
  }
  const html = decodeBytes(page.body, page.contentType);
  if (html.startsWith('%PDF-')) return unreadable('The address answered with a PDF and not with a page.');
  const problem = sizeProblem(html);
  if (problem) return unreadable(problem);
  try {
    return readArticle(html, page.url);
  } catch (error) {
    // Markup that linkedom or Readability stumble over costs that page, and nothing else.
    if (error instanceof Error) return unreadable(`The page could not be read (${error.name}).`);
    throw error;
  }
}

function readArticle(html: string, url: string): PageReading {
  const document = readDocument(html);
  const metadata = readPageMetadata(document, url);
  const content = readableHtml(document) ?? paragraphsOf(readDocument(html));
  const text = articleLines(blocksOf(content), metadata.title ?? '')
    .map((line) => visibleText(line).replace(/ +/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
  if (text.length < leastChars) return unreadable('No article text was found on the page.');
  return { kind: 'read', ...metadata, text };
}

/** Readability takes the document apart; nothing else may be read from it afterwards. */
function readableHtml(document: PageDocument): PageDocument | null {
  const reader: { parse(): { content?: string | null | undefined } | null } = Reflect.construct(Readability, [
    document,
  ]);
  const content = reader.parse()?.content;
  return content ? readDocument(content) : null;
}

/** Where no article is recognized: all paragraphs that are long enough to be sentences. */
function paragraphsOf(document: PageDocument): PageDocument {
  const paragraphs = [...document.querySelectorAll('p')].map((element) => element.textContent?.trim() ?? '');
  const kept = paragraphs
    .filter((text) => text.length > 40)
    .map((text) => `<p>${text.replaceAll('<', '&lt;')}</p>`);
  return readDocument(kept.join(''));
}

function unreadable(reason: string): PageReading {
  return { kind: 'unreadable', reason };
}
