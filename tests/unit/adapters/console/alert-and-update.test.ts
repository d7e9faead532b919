import { expect, test } from 'vitest';
import { renderConsole } from '../../../../adapters/console/render.ts';
import type { MessageDocument } from '../../../../src/domain/message-document.ts';
import {
  alertDocument,
  cited,
  mentionsSaying,
  noticeDocument,
  revisedDocument,
  storyEntry,
  updateDocument,
} from '../../../fixtures/documents.ts';

function plain(document: MessageDocument): string {
  return renderConsole(document, { color: false, mentions: [], language: 'en' });
}

test('shows an alert with the watch, its stories with their sources, and the reason at the end', () => {
  const lines = plain(alertDocument()).split('\n');

  expect(lines[1]).toBe(' ALERT: Chip licenses');
  expect(lines).toContain(' 1  NEW          Bureau adds eleven chip firms to its trade list');
  expect(lines).toContain('    Eleven chip firms need a license for every import from 1 December. [1]');
  expect(lines).toContain('    [1]  Bureau of Trade, 20 Nov 2025 · primary: Bureau adds eleven chip firms');
  expect(lines.at(-1)).toBe(' The watch "Chip licenses" matched its query: license AND chip.');
});

test('sets matched words in bold in color, and nothing else of the sentence', () => {
  const text = renderConsole(alertDocument(), { color: true, mentions: [], language: 'en' });

  expect(text).toContain(
    '    Eleven \u001B[1mchip firms\u001B[0m need a \u001B[1mlicense\u001B[0m for every',
  );
});

test('shows what is new of an update first, then the conflict, and not what was told before', () => {
  const text = plain(updateDocument());

  expect(text).toContain(
    ' +  UPDATE: Bureau adds eleven chip firms to its trade list\n\n    • A twelfth firm',
  );
  expect(text.indexOf('twelfth')).toBeLessThan(text.indexOf('Sources disagree'));
  expect(text.indexOf('Sources disagree')).toBeLessThan(text.indexOf('    Sources\n'));
  expect(text).not.toContain('need a license');
});

test('shows the summary of an update that has no new fact', () => {
  const text = plain(updateDocument({ whatIsNew: [], summary: [cited('The order stands.')] }));

  expect(text).toContain('    • The order stands. [1]');
});

test('says when a story was revised, on the clock of the zone', () => {
  expect(plain(revisedDocument())).toContain('20 Nov 2025 · revised 2026-03-02 09:10 (Europe/Berlin)');
});

test('names who is called in one line at the end', () => {
  const mentions = [
    { kind: 'person', id: 'alice' },
    { kind: 'role', id: 'compliance' },
  ] as const;
  const text = renderConsole(noticeDocument(), { color: false, mentions, language: 'en' });

  expect(text.split('\n').slice(-2)).toEqual(['', ' → @alice, @role:compliance']);
});

test('lets no control character of a name through', () => {
  const mentions = mentionsSaying('bob\u001B[31m\u202E\nroot');
  const text = renderConsole(noticeDocument(), { color: false, mentions, language: 'en' });

  expect(text.split('\n').at(-1)).toBe(' → @bob root, @role:bob root');
});

test('loses no story of many', () => {
  const stories = Array.from({ length: 30 }, (_, index) => ({
    story: storyEntry({ headline: `Headline number ${index}x` }),
    matched: [],
    revised: null,
  }));
  const text = plain(alertDocument({ stories }));

  expect(stories.filter(({ story }) => !text.includes(story.headline))).toEqual([]);
});
