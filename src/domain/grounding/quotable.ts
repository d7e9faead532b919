import { holdsInstruction } from './instructions.ts';
import { textHazards } from './text-hazards.ts';

/** Longer sentences are lists or failed sentence cuts; no platform shows them well. */
const maxCharacters = 800;

/**
 * Whether a source's own sentence may be shown, or given to a model, as it is. Refused: links and addresses,
 * mentions, markup, unseen characters, look-alike words, orders to a model or a reader, more than 800 characters.
 */
export function isQuotable(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > maxCharacters) return false;
  return textHazards(trimmed).length === 0 && !holdsInstruction(trimmed);
}
