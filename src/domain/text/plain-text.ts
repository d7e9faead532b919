/**
 * Characters that a reader cannot see, and that reorder, hide or split what they do see: controls, bidi
 * marks, zero-width characters, soft hyphens, variation selectors and tags (Unicode's Default_Ignorable).
 */
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Removes what cannot be seen and gives line breaks one form. Paragraphs stay. */
export function visibleText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t|\p{Zs}/gu, ' ')
    .replace(invisible, '')
    .normalize('NFC');
}

/** One line: what `visibleText` leaves, with all white space folded. */
export function singleLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ').trim();
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return named[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  });
}

/** An HTML tag or comment, not every angle bracket: "x < y" is text. */
const markup = /<!--[\s\S]*?(?:-->|$)|<\/?[a-z][^<>]*(?:>|$)/gi;

/**
 * A title from outside as one line of plain text. Titles come escaped once, twice, or with markup in them;
 * decoding and stripping go on until nothing changes, so that no tag is left to appear later.
 */
export function plainTitle(title: string): string {
  let text = visibleText(title);
  for (let round = 0; round < 5; round += 1) {
    const next = decodeEntities(text).replace(markup, ' ');
    if (next === text) break;
    text = next;
  }
  return singleLine(text);
}
