import { expect, test } from 'vitest';
import { answerFrom } from '../../../src/ask/answer.ts';
import { type Retrieved, retrieve } from '../../../src/ask/retrieve.ts';
import { lexicon } from '../deliver/newsroom.ts';
import { corpusOf, listing, norway, otherListing } from './corpus.ts';

const corpus = await corpusOf([listing, otherListing, norway]);
const question = 'How many Huawei affiliates were added to the Entity List?';

/** What was found, with every score set by hand. */
async function found(scoreOf: (sentence: string, score: number) => number): Promise<Retrieved> {
  const { query, passages } = await retrieve(question, corpus.index, lexicon);
  const scored = passages.map((passage) => {
    const sentence = passage.hit.article.sentences[passage.hit.sentenceIndex] ?? '';
    return { ...passage, score: scoreOf(sentence, passage.score) };
  });
  return { query, passages: scored.toSorted((a, b) => b.score - a.score) };
}

test('nothing found is a refusal', async () => {
  const { query } = await found((_sentence, score) => score);

  expect(answerFrom({ query, passages: [] }, lexicon)).toEqual({
    answered: false,
    sentences: [],
    refusal: 'Not in my sources: nothing that is known speaks of it.',
  });
});

test('what holds too little of the question is a refusal', async () => {
  expect(answerFrom(await found(() => 0.35), lexicon).answered).toBe(false);
  expect(answerFrom(await found(() => 0.4), lexicon).answered).toBe(true);
});

test('what is far below the best is about something near, and not cited', async () => {
  const isBest = (sentence: string) => sentence.includes('added 38 Huawei');

  const answer = answerFrom(await found((sentence) => (isBest(sentence) ? 0.9 : 0.44)), lexicon);

  expect(answer.sentences).toHaveLength(1);
  expect(answer.sentences[0]?.text).toContain('added 38 Huawei');
});

test('of passages alike another article comes before a second sentence of the same', async () => {
  const answer = answerFrom(await found(() => 0.8), lexicon);

  const [first, second, third] = answer.sentences.map(({ citations }) => citations[0]?.articleId);
  expect(new Set([first, second, third]).size).toBeGreaterThan(1);
  expect(second).not.toBe(first);
});

test('what names all that the question names comes before what does not, whatever its score', async () => {
  const retrieved = await found((sentence) => (sentence.includes('ZTE') ? 0.9 : 0.6));
  const norwegian = corpus.articles.find(({ title }) => title === norway.title);
  const passage = retrieved.passages[0];
  if (!norwegian || !passage) throw new Error('Nothing was found.');
  const stranger = {
    ...passage,
    score: 0.9,
    own: new Set(['zte']),
    hit: { article: norwegian, sentenceIndex: 2, rank: 9 },
  };

  const answer = answerFrom({ ...retrieved, passages: [stranger, ...retrieved.passages] }, lexicon);

  expect(answer.sentences[0]?.citations[0]?.title).not.toBe(norway.title);
  expect(answer.sentences.map(({ citations }) => citations[0]?.title)).toContain(norway.title);
});
