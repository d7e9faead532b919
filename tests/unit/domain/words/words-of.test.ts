import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { languages } from '../../../../src/domain/words/words.ts';
import { wordsOf } from '../../../../src/domain/words/words-of.ts';

/** Every text of a catalog: those that take something are given `1` or a name. */
function textsOf(language: (typeof languages)[number]): readonly string[] {
  const words = wordsOf(language);
  const { months, weekdays, actions } = words;
  const plain = Object.values(words).filter((value) => typeof value === 'string');
  const made = [
    ...[1, 2].flatMap((count) =>
      [words.newStories, words.updates, words.contradictions].map((of) => of(count)),
    ),
    ...[
      words.more(2),
      ...words.quotationMarks,
      words.timesIn('UTC'),
      words.noteOn('X'),
      words.revised('X'),
      words.statedBy('X'),
    ],
    ...[words.citedOn('X', 'Y'), words.disagreesWith('X', 'Y'), words.date(4, 'X', 2024)],
    ...[words.weekdayDate('X', 'Y'), words.dateTime('X', 'Y')],
  ];
  return [...plain, ...made, ...months, ...weekdays, ...Object.values(actions)];
}

test.each(languages)('has twelve months and seven weekdays in %s, all different', (language) => {
  const { months, weekdays } = wordsOf(language);

  expect(new Set(months).size).toBe(12);
  expect(months).toHaveLength(12);
  expect(new Set(weekdays).size).toBe(7);
  expect(weekdays).toHaveLength(7);
});

test.each(languages)('leaves nothing empty in %s, and puts every value where it belongs', (language) => {
  const texts = textsOf(language);

  expect(texts.length).toBeGreaterThan(60);
  expect(texts.filter((text) => text.trim() === '' || /undefined|null|NaN/.test(text))).toEqual([]);
});

test.each(languages)('names each action in %s by a word of its own', (language) => {
  const labels = Object.values(wordsOf(language).actions);

  expect(new Set(labels).size).toBe(labels.length);
  // Slack may cut the text of a button at about 30 characters (docs.slack.dev/reference/block-kit/block-elements).
  expect(labels.filter((label) => stringWidth(label) > 30)).toEqual([]);
});

test.each(languages)('fits each verdict into the column before a headline in %s', (language) => {
  const { tagNew, tagUpdate, tagContradicts } = wordsOf(language);

  expect(new Set([tagNew, tagUpdate, tagContradicts]).size).toBe(3);
  expect([tagNew, tagUpdate, tagContradicts].filter((tag) => stringWidth(tag) > 11)).toEqual([]);
});

test('writes Chinese in Chinese, but for the name of the bot', () => {
  const latin = textsOf('zh').filter((text) => /[A-Za-z]{2,}/.test(text.replace(/Wirewatch|UTC/g, '')));

  expect(latin).toEqual([]);
});

test('gives German and Chinese other words than English', () => {
  const english = new Set(textsOf('en').filter((text) => /[a-z]{2,}/i.test(text.replace(/[XY]/g, ''))));
  const sameAs = (language: 'de' | 'zh') => textsOf(language).filter((text) => english.has(text));

  // An update is called so in German newsrooms too.
  expect(sameAs('de')).toEqual(['UPDATE']);
  expect(sameAs('zh')).toEqual([]);
});

test('sets a name between Chinese words apart only where it is in Latin letters', () => {
  const { noteOn, disagreesWith } = wordsOf('zh');

  expect(noteOn('Harbor Post')).toBe('关于 Harbor Post 的笔记');
  expect(noteOn('新华社')).toBe('关于新华社的笔记');
  expect(disagreesWith('新华社（2025年）', '财新（2024年）')).toBe(
    '新华社（2025年）与财新（2024年）说法不一',
  );
});
