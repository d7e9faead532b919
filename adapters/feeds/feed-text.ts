import { Parser } from 'htmlparser2';
import { plainTitle, visibleText } from '../../src/domain/text/plain-text.ts';

/** Longer bodies are no article; cut here, at a length that no real one reaches. */
const maxHtmlChars = 1_000_000;
/** A closing tag looks through all that are open; deep nesting makes that slow. */
const maxDepth = 300;

const blocks: ReadonlySet<string> = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'br',
    'center',
    'dd',
    'div',
    'dl',
    'dt',
    'fieldset',
    'figcaption',
  ],
  ...[
    'figure',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
    'li',
    'main',
    'ol',
    'p',
    'pre',
  ],
  ...['section', 'table', 'tr', 'ul'],
]);
/** Neighbors without a break that are not one word. */
const cells: ReadonlySet<string> = new Set(['td', 'th']);
const hidden: ReadonlySet<string> = new Set([
  ...[
    'script',
    'style',
    'noscript',
    'template',
    'iframe',
    'object',
    'svg',
    'math',
    'head',
    'button',
    'select',
    'textarea',
  ],
]);

const anyMarkup = /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>|<!--|&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,31});/i;
const blockMarkup = /<\/?(?:p|br|div|ul|li|a|b|strong|em|i|span|img)(?:\s[^<>]*)?\/?>/i;

/**
 * Text of a summary or body, paragraphs parted by one line break each. Plain text, which most formats allow as well,
 * keeps its own line breaks; in HTML they mean nothing.
 */
export function feedText(source: string): string {
  if (!anyMarkup.test(source)) return paragraphs(source);
  const text = htmlToText(source);
  // Some publishing systems escape their HTML twice.
  return blockMarkup.test(text) ? htmlToText(text) : text;
}

function htmlToText(html: string): string {
  const parts: string[] = [];
  let depth = 0;
  let hiddenDepth = 0;
  const parser = new Parser({
    onopentag(name) {
      depth += 1;
      if (depth > maxDepth) throw new RangeError('nested too deep');
      if (hidden.has(name)) hiddenDepth += 1;
      parts.push(separatorOf(name));
    },
    onclosetag(name) {
      depth -= 1;
      if (hidden.has(name)) hiddenDepth -= 1;
      parts.push(separatorOf(name));
    },
    ontext(text) {
      if (hiddenDepth === 0) parts.push(text.replace(/\s+/g, ' '));
    },
  });
  try {
    parser.end(html.slice(0, maxHtmlChars));
  } catch {
    return plainTitle(html.slice(0, maxHtmlChars));
  }
  return paragraphs(parts.join(''));
}

function separatorOf(name: string): string {
  return blocks.has(name) ? '\n' : cells.has(name) ? ' ' : '';
}

function paragraphs(text: string): string {
  const lines = visibleText(text)
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim());
  return lines.filter((line) => line !== '').join('\n');
}
