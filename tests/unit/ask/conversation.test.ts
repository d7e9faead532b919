import { expect, test } from 'vitest';
import type { AnswerDocument } from '../../../src/domain/message-document.ts';
import { report } from '../deliver/newsroom.ts';
import { beat, corpusOf } from './corpus.ts';

const zteListing = report(
  {
    title: 'Commerce puts a ZTE unit on the Entity List',
    publisher: 'Basin News',
    text: 'Commerce added a ZTE unit to the Entity List on March 8, 2022. Its suppliers need a license.',
  },
  '2022-03-09',
);
const corpus = await corpusOf([...beat, zteListing]);

/** What is told first; what another article says may stand beside it. */
function firstOf({ sentences }: AnswerDocument): string {
  return sentences[0]?.text ?? '';
}

test.each<[string, readonly string[], string, RegExp]>([
  [
    'what is asked anew of the same subject',
    ['How many Huawei affiliates were added to the Entity List?'],
    'And when?',
    /August 17, 2020/,
  ],
  [
    'the same asked of another party',
    ['When were Huawei affiliates added to the Entity List?'],
    'What about ZTE?',
    /March 8, 2022/,
  ],
  ['a party alone', ['When were Huawei affiliates added to the Entity List?'], 'and ZTE?', /March 8, 2022/],
  [
    'a word that stands for the subject',
    ['Which judge upheld Section 889 against Huawei?'],
    'Who is their lawyer?',
    /Glen Nager/,
  ],
  ['what is asked beside it', ['What did Norway bar ZTE from?'], 'How much will it cost?', /900 million/],
  [
    'a follow-up of a follow-up',
    ['When were Huawei affiliates added to the Entity List?', 'What about ZTE?'],
    'and SMIC?',
    /2020年12月18日/,
  ],
  ['a Chinese follow-up', ['华为何时被列入实体清单？'], '那中芯国际呢？', /2020年12月18日/],
])('%s is understood with the earlier questions', async (_what, earlier, question, expected) => {
  const answer = await corpus.ask(question, earlier);

  expect(answer).toMatchObject({ question, answered: true, refusal: null, watchQuery: null });
  expect(firstOf(answer)).toMatch(expected);
});

test.each([
  ['a party of which no article speaks', 'What about Ericsson?'],
  ['a name that nobody knows', 'What about Zentara?'],
  ['a year that no article holds', 'And in 2027?'],
  ['a subject of its own that is not known', 'And what is the best recipe for fish soup?'],
  ['another subject, without a word that points back', 'Which fish makes the best soup in winter?'],
])('a follow-up with %s is refused, whatever was asked before', async (_what, question) => {
  const answer = await corpus.ask(question, ['When were Huawei affiliates added to the Entity List?']);

  expect(answer).toMatchObject({ question, answered: false, sentences: [] });
});

test.each([
  'When were Huawei affiliates added to the Entity List?',
  'Which judge upheld Section 889 against Huawei?',
  'How much will it cost Norway to remove ZTE equipment?',
  'When was Ericsson added to the Entity List?',
])('"%s" gets in a conversation the answer that it gets alone', async (question) => {
  const alone = await corpus.ask(question);

  expect(await corpus.ask(question, ['When was SMIC added to the Entity List?'])).toEqual(alone);
});

test('the first question of a conversation that points back at nothing is answered as it stands', async () => {
  expect(await corpus.ask('And when?', [])).toMatchObject({ answered: false, watchQuery: null });
});
