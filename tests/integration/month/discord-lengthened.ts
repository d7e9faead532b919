import type { MessageDocument } from '../../../src/domain/message-document.ts';

/** A digest of the month fits one message of Discord's; with these it takes three. */
const notes = Array.from({ length: 20 }, (_, index) => `Note ${index}: ${'nothing else '.repeat(25)}`);

/** The month's documents, but with digests that take several messages. */
export function lengthened(document: MessageDocument): MessageDocument {
  return document.kind === 'digest' ? { ...document, notes: [...document.notes, ...notes] } : document;
}
