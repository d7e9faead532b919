import { readableLine, shortened } from '../../src/domain/text/cite.ts';
import { matchedParts, type TextPart } from '../../src/domain/text/matched-parts.ts';

/** The three characters with which Slack's markup begins and ends (docs.slack.dev, "Escaping text"). */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Escapes one leaf of text for a text object or the notification line. Called once, last. */
function escapeSlack(text: string): string {
  return readableLine(text).replace(/[&<>]/g, (character) => entities[character] ?? character);
}

/** The same within a length that counts the entities: shortened at a word, never inside an entity. */
export function escapeSlackWithin(text: string, maxChars: number): string {
  let room = maxChars;
  let escaped = escapeSlack(text);
  while (escaped.length > maxChars) {
    escaped = escapeSlack(shortened(readableLine(text), room));
    room = Math.floor(room * 0.8);
  }
  return escaped;
}

/**
 * Pieces of text for rich_text, where text is literal and needs no entities. A `<` never stands in one piece
 * with what follows it, so that nothing that reads the message back as mrkdwn can find a mention in it.
 */
export function literalPieces(text: string): readonly string[] {
  return piecesOf(readableLine(text));
}

/** The same, each piece with whether it belongs to one of the words, which are readable lines. */
export function matchedPieces(text: string, words: readonly string[]): readonly TextPart[] {
  return matchedParts(readableLine(text), words).flatMap(({ text: part, isMatched }) =>
    piecesOf(part).map((piece) => ({ text: piece, isMatched })),
  );
}

function piecesOf(line: string): readonly string[] {
  return line.split(/(?<=<)/).filter((piece) => piece !== '');
}

/** The label of a link, which is one element and cannot be parted: `<` becomes its look-alike. */
export function labelText(text: string): string {
  return readableLine(text).replaceAll('<', '‹');
}
