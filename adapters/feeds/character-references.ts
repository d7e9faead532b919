import { Parser } from 'htmlparser2';

/** Known to every XML parser; all others are resolved here, because one unknown name loses a whole feed. */
const xmlOwn: ReadonlySet<string> = new Set(['&amp;', '&lt;', '&gt;', '&quot;', '&apos;']);

const reference = /&(?:#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{1,31};)?/gi;

/** XML 1.0 2.2: what may not stand in a document in any form. Lone surrogates are among them. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

export interface References {
  /** The text with only such references in it as XML itself knows, and without forbidden characters. */
  repair(text: string): string;
  /** How many bare ampersands were escaped so far. */
  readonly escaped: number;
}

/** `entities` are those that the document's own DOCTYPE declares, by name. */
export function createReferences(entities: ReadonlyMap<string, string>): References {
  const resolved = new Map<string, string>();
  let escaped = 0;

  function resolve(found: string): string {
    if (xmlOwn.has(found)) return found;
    const known = resolved.get(found);
    if (known !== undefined) return known;
    const declared = entities.get(found.slice(1, -1));
    const text = (declared ?? decodeHtml(found)).replace(forbidden, '');
    if (text === found) escaped += 1;
    const safe = escapeXml(text);
    if (text !== found) resolved.set(found, safe);
    return safe;
  }

  return {
    repair(text) {
      const allowed = text.replace(forbidden, '');
      return allowed.includes('&') ? allowed.replace(reference, resolve) : allowed;
    },
    get escaped() {
      return escaped;
    },
  };
}

export function escapeXml(text: string): string {
  return text.replace(forbidden, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** All of HTML's names, and numbers as a browser reads them (`&#146;` is an apostrophe). */
function decodeHtml(found: string): string {
  if (found === '&') return found;
  const parts: string[] = [];
  new Parser({ ontext: (part) => parts.push(part) }).end(found);
  return parts.join('');
}
