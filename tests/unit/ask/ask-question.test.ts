import { expect, test } from 'vitest';
import type { AnswerDocument } from '../../../src/domain/message-document.ts';
import { report } from '../deliver/newsroom.ts';
import { beat, corpusOf, listing, norway, ruling, smic } from './corpus.ts';

const corpus = await corpusOf(beat);

function textsOf({ sentences }: AnswerDocument): string[] {
  return sentences.map(({ text }) => text);
}

test.each([
  ['When were Huawei affiliates added to the Entity List?', /August 17, 2020/],
  ['How many Huawei affiliates were added to the Entity List?', /\b38\b/],
  ['Which judge upheld Section 889 against Huawei?', /Judge Amos Mazzant/],
  ['What did Norway bar ZTE from?', /core of its 5G networks/],
  ['How much will it cost Norway to remove ZTE equipment?', /900 million kroner/],
  ['Who is the lawyer of Huawei?', /Glen Nager/],
])('answers "%s"', async (question, expected) => {
  const answer = await corpus.ask(question);

  expect(answer).toMatchObject({ kind: 'answer', question, answered: true, refusal: null });
  expect(textsOf(answer).join('\n')).toMatch(expected);
});

test('every sentence of an answer is verbatim text of the article that it cites', async () => {
  const textOf = new Map(corpus.articles.map(({ id, text }) => [id, text]));

  const answer = await corpus.ask('How many Huawei affiliates were added to the Entity List, and when?');

  expect(answer.sentences.length).toBeGreaterThan(1);
  for (const { text, citations } of answer.sentences) {
    expect(citations.map(({ quote }) => quote)).toEqual([text]);
    expect(textOf.get(citations[0]?.articleId ?? '')).toContain(text);
  }
});

test.each([
  ['a name that no article holds', 'When was Zentara added to the Entity List?'],
  ['a known name of which no article speaks', 'When was Ericsson added to the Entity List?'],
  ['a year that no article holds', 'How many Huawei affiliates were added to the Entity List in 2027?'],
  ['a figure that no article holds', 'Which minister put the cost of ZTE gear at 70 million kroner?'],
  ['a figure of which one of ten times the size is known', 'Which minister said it costs 90 million kroner?'],
  ['another subject', 'What is the best recipe for fish soup?'],
  ['nothing', ''],
  ['nothing but marks', '??? …'],
])('a question with %s is refused in words', async (_what, question) => {
  const answer = await corpus.ask(question);

  expect(answer).toMatchObject({ answered: false, sentences: [] });
  expect(answer.refusal).toMatch(/^Not in my sources: .+\.$/);
});

test('a refusal says what is missing', async () => {
  const { refusal } = await corpus.ask('When was Ericsson added to the Entity List?');

  expect(refusal).toBe('Not in my sources: no article names everything that the question names.');
});

test('an empty corpus refuses politely', async () => {
  const { ask } = await corpusOf([]);

  expect(await ask('When was Huawei added to the Entity List?')).toEqual({
    kind: 'answer',
    question: 'When was Huawei added to the Entity List?',
    answered: false,
    sentences: [],
    refusal: 'Not in my sources: nothing that is known speaks of it.',
    watchQuery: 'entity:huawei entity:entity-list',
  });
});

test('"how many" needs a figure', async () => {
  const { ask } = await corpusOf([
    report({ ...listing, text: 'Commerce added Huawei affiliates to the Entity List.' }, '2020-08-18'),
  ]);

  expect((await ask('How many Huawei affiliates did Commerce add to the Entity List?')).refusal).toContain(
    'does not give what the question asks for',
  );
  expect((await ask('What did Commerce add to the Entity List?')).answered).toBe(true);
});

test('"when" needs a date', async () => {
  const { ask } = await corpusOf([
    report({ ...norway, text: 'Norway barred ZTE from the core of its 5G networks.' }, '2021-06-08'),
  ]);

  expect((await ask('When did Norway bar ZTE from its 5G networks?')).answered).toBe(false);
  expect((await ask('From what did Norway bar ZTE?')).answered).toBe(true);
});

test('"which judge" needs a judge', async () => {
  const { ask } = await corpusOf([
    report(
      { ...ruling, text: 'A court in Plano upheld Section 889 against Huawei, Glen Nager said.' },
      '2020-02-19',
    ),
  ]);

  const answer = await ask('Which judge upheld Section 889 against Huawei?');

  expect(answer).toMatchObject({ answered: false, refusal: 'Not in my sources: no judge is named.' });
});

test('a date of one party is no answer for another', async () => {
  const { ask } = await corpusOf([
    listing,
    report(
      {
        title: 'Nokia says the Entity List helps it',
        publisher: 'Fjord Times',
        text: 'Nokia said the Entity List brings it orders. Affiliates of Huawei are its main rivals.',
      },
      '2020-09-01',
    ),
  ]);

  expect((await ask('When was Nokia added to the Entity List?')).answered).toBe(false);
});

test('a Chinese article answers an English question through the names of its parties', async () => {
  const answer = await corpus.ask('When was SMIC added to the Entity List?');

  expect(answer.answered).toBe(true);
  expect(textsOf(answer)[0]).toBe('美国商务部2020年12月18日将中芯国际列入实体清单。');
  expect(answer.sentences[0]?.citations[0]).toMatchObject({ publisher: smic.publisher, title: smic.title });
});

test('a Chinese question finds Chinese and English articles', async () => {
  expect(textsOf(await corpus.ask('中芯国际何时被列入实体清单？'))[0]).toContain('2020年12月18日');
  expect(textsOf(await corpus.ask('华为何时被列入实体清单？'))[0]).toContain('August 17, 2020');
});

test('a Chinese question about a party of which no article speaks is refused', async () => {
  expect(await corpus.ask('爱立信何时被列入实体清单？')).toMatchObject({ answered: false, sentences: [] });
});

test('a question comes back as one line, cut when it is a text', async () => {
  const answer = await corpus.ask(`When was\n SMIC\u202e added\tto the Entity List? ${'😀'.repeat(900)}`);

  expect(answer.question.startsWith('When was SMIC added to the Entity List? 😀')).toBe(true);
  expect(answer.question.length).toBeLessThanOrEqual(1000);
  expect(answer.question.isWellFormed()).toBe(true);
});

test('the same question gets the same answer', async () => {
  const question = 'How many Huawei affiliates are on the Entity List?';

  expect(await corpus.ask(question)).toEqual(await corpus.ask(question));
});
