/** Text in pieces of at most `maxChars`, parted at spaces where there are any. Nothing is lost; no text has no piece. */
export function splitAtWords(text: string, maxChars: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > maxChars) {
    const boundary = rest.lastIndexOf(' ', maxChars);
    // Not between the two halves of a character outside the basic plane.
    const isInside = /[\uD800-\uDBFF]/.test(rest.charAt(maxChars - 1));
    const cut = boundary > 0 ? boundary : maxChars - (isInside ? 1 : 0);
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return rest ? [...pieces, rest] : pieces;
}
