import { expect, test } from 'vitest';
import { sentencesOf } from '../../../../src/domain/text/sentences.ts';

test.each<[string, string, string[]]>([
  ['full stops', 'The list grew. It has 140 names.', ['The list grew.', 'It has 140 names.']],
  ['line breaks', 'No end mark here\nSecond line', ['No end mark here', 'Second line']],
  [
    'a digit that opens a sentence',
    'It cost $1.9 billion. 28 firms paid.',
    ['It cost $1.9 billion.', '28 firms paid.'],
  ],
  ['question and exclamation marks', 'Why?! Nobody knows. No!', ['Why?!', 'Nobody knows.', 'No!']],
  [
    'a straight quotation',
    'He said: "It is unfair." They agreed.',
    ['He said: "It is unfair."', 'They agreed.'],
  ],
  [
    'a curly quotation',
    'He said: “It is unfair.” They agreed.',
    ['He said: “It is unfair.”', 'They agreed.'],
  ],
  [
    'the end of a quotation of two sentences',
    'He said: “One. Two.” They agreed.',
    ['He said: “One. Two.”', 'They agreed.'],
  ],
  [
    'the end of a Chinese quotation of two sentences',
    '他說：「如果。我不會。」記者問。',
    ['他說：「如果。我不會。」', '記者問。'],
  ],
  ['a quotation that stays open', 'He said: “One. Two. Three.', ['He said: “One.', 'Two.', 'Three.']],
  ['a Chinese quotation that stays open', '他說：「一。二。', ['他說：「一。', '二。']],
  ['single quotes', "He called it 'unfair.' They agreed.", ["He called it 'unfair.'", 'They agreed.']],
  ['a closing bracket', 'It grew (see below.) Then it fell.', ['It grew (see below.)', 'Then it fell.']],
  ['Han stops without spaces', '名單擴大。華為未回應！為何？', ['名單擴大。', '華為未回應！', '為何？']],
  ['a Han stop with its closing mark', '「我們遵守法律。」他說。', ['「我們遵守法律。」', '他說。']],
  [
    'a Han stop before a small Latin letter',
    '收入增长。iPhone销量下降。',
    ['收入增长。', 'iPhone销量下降。'],
  ],
  ['an ellipsis before a capital', 'They waited... Nothing came.', ['They waited...', 'Nothing came.']],
])('cuts at %s', (_, text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test.each([
  ['titles and initials', 'Mr. Lee met Sen. Cole and J. P. Smith in Geneva.'],
  ['companies', 'Huawei Technologies Co., Ltd. Said it, Acme Inc. Denied it.'],
  ['months', 'The rule of Jan. 5 and of Sept. 9 holds.'],
  ['countries', 'The U.S. Commerce Department and the U.K. Government agreed.'],
  ['letters with stops', 'It cites 15 C.F.R. Part 744 and 50 U.S.C. Chapter 58.'],
  ['numbers with stops', 'Rule No. 4 adds 3.5 per cent to section 744.16 in Vol. 84.'],
  ['a host', 'The page huawei.example and its copy.example say so.'],
  ['an ellipsis within a sentence', 'They waited... and waited… and left.'],
  ['a stop within Chinese quotation marks', '任正非說，「如果。我不會這樣。」'],
  ['a stop within a quotation in a quotation', '他說：「有人問『為何？』。我不知道。」'],
  ['a stop within curly quotation marks', 'He said: “One. Two.”'],
  ['a stop within a quotation that goes on', 'He said “One. Two.” and left.'],
  ['a question within a sentence', '"Is it legal?" said the minister.'],
])('does not cut at %s', (_, sentence) => {
  expect(sentencesOf(sentence)).toEqual([sentence]);
});

test('a speech within quotation marks is cut into its sentences', () => {
  const speech = Array.from({ length: 30 }, (_, index) => `Sentence ${index} of a speech.`);

  expect(sentencesOf(`He said: “${speech.join(' ')}” They agreed.`)).toHaveLength(31);
});

test('leaves out list marks, lines without words and the links of teasers', () => {
  const sentences = sentencesOf(
    '- First item.\n• Second item.\n* * *\n---\nAll 12 reports »\n« Non », dit-il »',
  );

  expect(sentences).toEqual(['First item.', 'Second item.', '« Non », dit-il »']);
});

test('each sentence is verbatim text of the document', () => {
  const text = '  The  “list” — grew.   It has\u00a0names.\n\n名單擴大。 Done ';

  const sentences = sentencesOf(text);

  expect(sentences).toHaveLength(4);
  for (const sentence of sentences) expect(text).toContain(sentence);
});

test('nothing comes of nothing', () => {
  expect(sentencesOf(' \n . \n')).toEqual([]);
});
