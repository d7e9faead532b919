import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discordRenderer } from '../../../../adapters/discord/renderer.ts';
import { discordProblems, discordText } from '../../../fakes/discord-checker.ts';
import { arbitraryDocument, arbitraryMentions, marksOf } from '../../../fixtures/arbitrary-documents.ts';

test('keeps every payload within the limits and loses no story, whatever a document holds', () => {
  const property = fc.property(arbitraryDocument, arbitraryMentions, (document, mentions) => {
    const payloads = discordRenderer.render(document, 'k'.repeat(25), mentions);
    const shown = discordText(payloads);

    expect(payloads.flatMap(discordProblems)).toEqual([]);
    expect(marksOf(document).filter((mark) => !shown.includes(mark))).toEqual([]);
  });

  // Shrinking a document takes minutes; the seed alone finds it again.
  fc.assert(property, { numRuns: 300, seed: 20251122, endOnFailure: true });
}, 60_000);
