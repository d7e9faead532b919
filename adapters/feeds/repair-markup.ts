import { createReferences, escapeXml, type References } from './character-references.ts';

export type Repaired =
  | { readonly kind: 'repaired'; readonly xml: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Depth is the weapon that works: nesting 100,000 deep keeps tree builders busy for minutes. Real items nest below 60. */
const maxDepth = 256;
const maxTags = 400_000;
const maxTagChars = 65_536;
/** Each escape makes the text longer; real feeds have a few hundred. */
const maxEscapes = 100_000;

const voidElements: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr']);
const tagName = /<(\/?)([a-z_][\w:.-]{0,99})/iy;

interface Scan {
  readonly text: string;
  readonly out: string[];
  readonly references: References;
  depth: number;
  itemDepth: number;
  tags: number;
  longestTagChars: number;
  escapedLess: number;
}

/**
 * Makes the markup of a feed such that a strict parser gets through it: bare `&` and lone `<` are escaped, CDATA becomes
 * escaped text, comments, instructions and declarations go. Elements are not closed here. Takes time linear in the length, and refuses
 * what no feed looks like before anything builds a tree of it. `entities` are the DOCTYPE's own, by name.
 */
export function repairMarkup(text: string, entities: ReadonlyMap<string, string>): Repaired {
  const references = createReferences(entities);
  const counts = { depth: 0, itemDepth: 0, tags: 0, longestTagChars: 0, escapedLess: 0 };
  const scan: Scan = { text, out: [], references, ...counts };
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    scan.out.push(references.repair(text.slice(at, open === -1 ? text.length : open)));
    if (open === -1) break;
    at = takeMarkup(scan, open);
    const reason = refusal(scan);
    if (reason) return { kind: 'refused', reason };
  }
  return { kind: 'repaired', xml: scan.out.join('') };
}

function refusal(scan: Scan): string | null {
  if (scan.depth > maxDepth) return `Its elements are nested more than ${maxDepth} deep.`;
  if (scan.tags > maxTags) return `It has more than ${maxTags} tags.`;
  if (scan.longestTagChars > maxTagChars) return `It has a tag of more than ${maxTagChars} characters.`;
  if (scan.references.escaped + scan.escapedLess > maxEscapes)
    return 'Its markup is broken in too many places.';
  return null;
}

/** Takes what begins with the `<` at `open`, and returns where it ends. */
function takeMarkup(scan: Scan, open: number): number {
  const { text, out } = scan;
  if (text.startsWith('<![CDATA[', open)) {
    const end = endOf(text, ']]>', open + 9);
    // A section that never closes is the end of a feed that was cut off: its text is not whole.
    if (end <= text.length) out.push(escapeXml(text.slice(open + 9, end - 3)));
    return end;
  }
  if (text.startsWith('<!--', open)) return endOf(text, '-->', open + 4);
  if (text.startsWith('<?', open)) return endOf(text, '?>', open + 2);
  if (text.startsWith('<!', open)) return endOf(text, '>', open + 2);
  tagName.lastIndex = open;
  const match = tagName.exec(text);
  const end = match ? tagEnd(text, tagName.lastIndex) : -1;
  if (!match || end === -1) {
    scan.escapedLess += 1;
    out.push('&lt;');
    return open + 1;
  }
  scan.longestTagChars = Math.max(scan.longestTagChars, end - open);
  countTag(scan, match[1] === '/', match[2] ?? '', text[end - 2] === '/');
  out.push(scan.references.repair(text.slice(open, end)));
  return end;
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? Number.MAX_SAFE_INTEGER : at + mark.length;
}

/** After the `>` that closes the tag, -1 when another `<` comes first: then the first one opened nothing. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '<') return -1;
    if (char === '>' && !quote) return at + 1;
    quote = quoteAfter(quote, char);
  }
  return -1;
}

function quoteAfter(quote: string, char: string): string {
  if (quote) return char === quote ? '' : quote;
  return char === '"' || char === "'" ? char : '';
}

/** Unclosed elements of one item must not add up over the feed, so an item's end brings the depth back. */
function countTag(scan: Scan, isClosing: boolean, name: string, isEmpty: boolean): void {
  const key = name.toLowerCase();
  const isItem = key === 'item' || key === 'entry';
  scan.tags += 1;
  if (isClosing) {
    scan.depth = isItem ? scan.itemDepth : Math.max(0, scan.depth - 1);
    return;
  }
  if (isEmpty || voidElements.has(key)) return;
  if (isItem) scan.itemDepth = scan.depth;
  scan.depth += 1;
}
