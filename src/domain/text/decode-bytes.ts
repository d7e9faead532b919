/** How far a declaration is looked for: HTML asks for the first 1024 bytes, feeds put comments before theirs. */
const declarationBytes = 2048;

/** A charset is believed in spite of broken bytes up to this share of the characters outside ASCII. */
const brokenShare = 0.1;

/** Bytes of these are all ASCII, so they look like UTF-8 and must be believed when they are declared. */
const sevenBit = /^(?:iso-2022-\w+|csiso2022\w+)$/i;

/**
 * Text of a feed or a page. In this order, because each later sign is wrong more often: byte order mark, zero
 * bytes of UTF-16, flawless UTF-8 whatever is declared, charset of the Content-Type, declaration in the document,
 * the same charsets with a few broken bytes, GB 18030, windows-1252. A declared charset counts only where it decodes without
 * an error. Never throws.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null): string {
  const utf16 = utf16Label(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  const declared = declaredLabels(bytes, contentType);
  const first = declared.find((label) => sevenBit.test(label));
  for (const label of [...(first ? [first] : []), 'utf-8', ...declared]) {
    const text = decodeFlawlessly(bytes, label);
    if (text !== null) return text;
  }
  return decodeWithBrokenBytes(bytes, ['utf-8', ...declared]) ?? decodeByGuess(bytes);
}

/** UTF-16 is known by its mark or by the zero byte beside an opening `<` or `{`; a declaration of it is often false. */
function utf16Label(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if ((a === 0x3c || a === 0x7b) && b === 0 && c !== 0) return 'utf-16le';
  if (a === 0 && (b === 0x3c || b === 0x7b) && c === 0 && d !== 0) return 'utf-16be';
  return null;
}

function declaredLabels(bytes: Uint8Array, contentType: string | null): readonly string[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, declarationBytes));
  const found = [
    /charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(contentType ?? ''),
    /<\?xml[^>]{1,200}?encoding\s*=\s*["']\s*([\w:.-]+)/i.exec(head),
    /<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head),
  ];
  return found
    .map((match) => match?.[1] ?? '')
    .filter((label) => label !== '' && !/^utf-?(?:16|32)/i.test(label));
}

function decodeFlawlessly(bytes: Uint8Array, label: string): string | null {
  return decodeAs(bytes, label, true);
}

function decodeWithBrokenBytes(bytes: Uint8Array, labels: readonly string[]): string | null {
  for (const label of labels) {
    const text = decodeAs(bytes, label, false);
    if (text === null) continue;
    const outsideAscii = countOf(text, (code) => code > 0x7f);
    const broken = countOf(text, (code) => code === 0xfffd);
    if (broken <= outsideAscii * brokenShare) return text;
  }
  return null;
}

function decodeAs(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  // GB 18030 holds all of GB 2312 and GBK; what is declared as either often has characters of the larger set.
  const wide = /^(?:gb_?2312|gbk|x-gbk|chinese|csgb2312)/i.test(label) ? 'gb18030' : label;
  try {
    return new TextDecoder(wide, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeByGuess(bytes: Uint8Array): string {
  if (looksChinese(bytes)) return new TextDecoder('gb18030').decode(bytes);
  return new TextDecoder('windows-1252').decode(bytes);
}

/** In GBK text nearly all high bytes come in pairs led by the common characters (0xB0 to 0xD7) or punctuation. */
function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[index + 1] ?? 0;
    pairs += 1;
    index += 1;
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) common += 1;
  }
  return common > pairs * 0.7;
}

function countOf(text: string, isCounted: (code: number) => boolean): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) if (isCounted(text.charCodeAt(index))) count += 1;
  return count;
}
