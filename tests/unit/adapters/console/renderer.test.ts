import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { renderConsole } from '../../../../adapters/console/render.ts';
import { consoleRenderer } from '../../../../adapters/console/renderer.ts';
import type { MessageDocument } from '../../../../src/domain/message-document.ts';
import {
  arbitraryDocument,
  arbitraryLanguage,
  arbitraryMentions,
  marksOf,
} from '../../../fixtures/arbitrary-documents.ts';
import {
  answerDocument,
  citation,
  cited,
  conflictPair,
  digestDocument,
  documentsSaying,
  hostileStrings,
  noteCitation,
  noticeDocument,
  refusalDocument,
  storyDocument,
} from '../../../fixtures/documents.ts';

function plain(document: MessageDocument): string {
  return renderConsole(document, { color: false, mentions: [], language: 'en' });
}

/** Lines wider than a terminal, but for addresses, which stand alone and are never broken. */
function tooWide(text: string): readonly string[] {
  return text.split('\n').filter((line) => stringWidth(line) > 80 && !/^ +https?:\/\/\S+$/.test(line));
}

test('shows a digest with its date in the zone, counts, numbered headlines, also told and notes', () => {
  const text = plain(digestDocument());

  expect(text).toContain(' WIREWATCH DIGEST                        Sat 22 Nov 2025, 08:00 (Europe/Berlin)');
  expect(text).toContain(' 1 new · 1 update · 1 contradiction');
  expect(text).toContain(' 1  NEW          Bureau adds eleven chip firms to its trade list');
  expect(text).toContain(' 2  UPDATE       華為新晶片工廠獲出口許可');
  expect(text).toContain('                 Continental Wire, 21 Nov 2025, disagrees with Bureau of Trade,');
  expect(text).toContain(' Also: Port authority reviews its radio masts (Bureau of Trade) · Parliament');
  expect(text).toContain(' ! Gazette of Records has failed since Thursday: it answers 503.');
});

test('shows a story with numbered sentences and its sources, each with tier and address', () => {
  const text = plain(storyDocument({ whatIsNew: [cited('One more.', citation({ articleId: 'wire-1' }))] }));

  expect(text).toContain('    Eleven chip firms need a license for every import from 1 December. [1]');
  expect(text).toContain('    What is new\n    • One more. [2]');
  expect(text).toContain('    [1]  Bureau of Trade, 20 Nov 2025 · primary: Bureau adds');
  expect(text).toContain('         https://www.wire.example/2025/11/20/chip-firms?page=1');
});

test('sets the two sides of a conflict beside each other, and a note without quotation marks', () => {
  const against = noteCitation({ quote: 'Ten firms were listed at first' });
  const text = plain(storyDocument({ conflicts: [conflictPair({ against })] }));

  expect(text).toContain('    Continental Wire, 21 Nov 2025, says  │ note on Harbor Post, May 2019:');
  expect(text).toContain('    “The order names twelve firms.”      │ Ten firms were listed at first');
});

test('shows an answer with its sources, and a refusal with what is missing', () => {
  expect(plain(answerDocument())).toContain('    Eleven firms were added in November 2025. [1]');
  expect(plain(answerDocument())).toContain('    [2]  note on Harbor Post, May 2019');
  expect(plain(refusalDocument())).toContain('    My sources do not say what the licenses cost.');
  expect(plain(noticeDocument())).toContain(' !  Nothing new for two days');
});

test('colors verdicts only when it is told to, and changes nothing else by it', () => {
  const colored = renderConsole(digestDocument(), { color: true, mentions: [], language: 'en' });
  const escapes = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]+m`, 'g');

  expect(colored).toContain('\u001B[1;32mNEW\u001B[0m');
  expect(colored.replace(escapes, '')).toBe(plain(digestDocument()));
  expect(plain(digestDocument())).not.toContain('\u001B');
});

test.each(hostileStrings)('lets no control or invisible character through from %j', (hostile) => {
  const text = documentsSaying(hostile, hostile).map(plain).join('\n');

  expect(text.match(/[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?!\n)\p{Cc}/gu)).toBeNull();
  expect(tooWide(text)).toEqual([]);
});

test('keeps every line within 80 columns and loses no story, whatever a document holds', () => {
  const property = fc.property(
    arbitraryDocument,
    arbitraryMentions,
    arbitraryLanguage,
    (document, mentions, language) => {
      const [payload] = consoleRenderer.render(document, { key: 'key', mentions, language });
      const text = String(payload?.['text']);

      expect(tooWide(text)).toEqual([]);
      expect(marksOf(document).filter((mark) => !text.includes(mark))).toEqual([]);
    },
  );

  // Shrinking a document takes minutes; the seed alone finds it again.
  fc.assert(property, { numRuns: 300, seed: 20251122, endOnFailure: true });
}, 60_000);
