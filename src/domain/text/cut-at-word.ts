const ellipsis = '…';

/** A text of at most `maxChars` UTF-16 units: whole, or cut after a word, with `…` for the rest. */
export function cutAtWord(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const room = text.slice(0, maxChars - ellipsis.length);
  // The word that the cut goes through is left out, unless it is most of the text, as where there are no spaces.
  const words = /\s/.test(text.charAt(room.length)) ? room : room.replace(/\s+\S*$/, '');
  const kept = words.length < room.length / 2 ? room : words;
  // Half a surrogate pair is no character.
  return `${kept.replace(/[\ud800-\udbff]$/, '').trimEnd()}${ellipsis}`;
}
