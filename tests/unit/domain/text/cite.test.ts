import { expect, test } from 'vitest';
import {
  citedAs,
  disagreement,
  leadSentences,
  numberCitations,
  numberStory,
  readableLine,
  readableTitle,
  shortened,
} from '../../../../src/domain/text/cite.ts';
import { wordsOf } from '../../../../src/domain/words/words-of.ts';
import {
  citation,
  cited,
  conflictPair,
  noteCitation,
  sourceLink,
  storyEntry,
  wireCitation,
} from '../../../fixtures/documents.ts';

const english = wordsOf('en');
const german = wordsOf('de');
const chinese = wordsOf('zh');

test('numbers sources in the order they are cited, and one article once', () => {
  const bureau = citation();
  const wire = wireCitation();
  const bureauAgain = citation({ quote: 'Another sentence of the same document.' });

  const { sentences, sources } = numberCitations([
    cited('First.', bureau),
    cited('Second.', wire, bureauAgain),
    cited('Third.', bureauAgain, bureau),
  ]);

  expect(sentences.map((sentence) => sentence.numbers)).toEqual([[1], [1, 2], [1]]);
  expect(sources).toEqual([bureau, wire]);
});

test('keeps one numbering over summary and news of a story, and lists uncited sources last', () => {
  const uncited = sourceLink({ articleId: 'uncited' });
  const wireLink = sourceLink({ articleId: 'wire-1', tier: 'wire' });
  const story = storyEntry({
    summary: [cited('Known.', wireCitation())],
    whatIsNew: [cited('Added.', citation(), wireCitation())],
    sources: [uncited, wireLink],
  });

  const numbered = numberStory(story);

  expect(numbered.summary).toEqual([{ text: 'Known.', numbers: [1] }]);
  expect(numbered.whatIsNew).toEqual([{ text: 'Added.', numbers: [1, 2] }]);
  expect(numbered.sources).toEqual([wireLink, citation(), uncited]);
});

test('leads with what is new where the story is not', () => {
  const fresh = [cited('A new fact.')];

  expect(leadSentences(storyEntry({ whatIsNew: fresh }))).toEqual(fresh);
  expect(leadSentences(storyEntry({ whatIsNew: [] }))).toEqual(storyEntry().summary);
});

test('cites a note as a note, with its publisher and what is known of its date', () => {
  expect(citedAs(citation(), english)).toBe('Bureau of Trade, 20 Nov 2025');
  expect(citedAs(noteCitation(), english)).toBe('note on Harbor Post, May 2019');
  expect(citedAs(citation({ publisher: null }), english)).toBe('unnamed publisher, 20 Nov 2025');
});

test('cites in German and in Chinese by their own rules, and leaves the name as it is', () => {
  const unnamed = citation({ publisher: null });

  expect([citation(), noteCitation(), unnamed].map((source) => citedAs(source, german))).toEqual([
    'Bureau of Trade, 20. Nov. 2025',
    'Notiz zu Harbor Post, Mai 2019',
    'ungenannter Herausgeber, 20. Nov. 2025',
  ]);
  expect([citation(), noteCitation(), unnamed].map((source) => citedAs(source, chinese))).toEqual([
    'Bureau of Trade（2025年11月20日）',
    '关于 Harbor Post 的笔记（2019年5月）',
    '未署名来源（2025年11月20日）',
  ]);
});

test('says whose statement a story does not fit', () => {
  const story = storyEntry({ conflicts: [conflictPair()] });

  expect([english, german, chinese].map((words) => disagreement(story, words))).toEqual([
    'Continental Wire, 21 Nov 2025, disagrees with Bureau of Trade, 20 Nov 2025',
    'Continental Wire, 21. Nov. 2025, widerspricht Bureau of Trade, 20. Nov. 2025',
    'Continental Wire（2025年11月21日）与 Bureau of Trade（2025年11月20日）说法不一',
  ]);
  expect(disagreement(storyEntry(), english)).toBeNull();
});

test('shows no address that stands in running text', () => {
  expect(readableLine('See https://evil.example/a?b=1. Then act.')).toBe('See [link]. Then act.');
  expect(readableLine('[text](https://evil.example)')).toBe('[text]([link])');
  expect(readableLine('详见https://例子.example/路径。')).toBe('详见[link]路径。');
  expect(readableLine('据https://a.example/b报道，属实')).toBe('据[link]报道，属实');
  expect(readableLine('https://')).toBe('[link]');
  expect(readableLine('javascript:alert(1)')).toBe('[link])');
  expect(readableLine('At 12:30 the data: 5 of 7, and/or none')).toBe(
    'At 12:30 the data: 5 of 7, and/or none',
  );
});

test('shows a title without markup, and never an empty one', () => {
  expect(readableTitle('Ban &amp;lt;b&amp;gt; lifted <img src=x onerror=go()>', 100, english)).toBe(
    'Ban lifted',
  );
  expect([english, german, chinese].map((words) => readableTitle(' \u200B ', 100, words))).toEqual([
    'Untitled',
    'Ohne Titel',
    '无标题',
  ]);
});

test('shortens at a word and says so', () => {
  expect(shortened('Eleven firms were added to the list', 20)).toBe('Eleven firms were…');
  expect(shortened('short', 20)).toBe('short');
  expect(shortened('出口管制新规今日生效', 6)).toBe('出口管制新…');
  expect(shortened('𠮷𠮷𠮷𠮷', 4)).toBe('𠮷…');
});
