import { expect, test } from 'vitest';
import type { AnswerDocument } from '../../../src/domain/message-document.ts';
import { commandDesk, foreignAdmin, reader } from './command-desk.ts';

/** Keeps with which earlier questions each one was asked. */
async function asking() {
  const asked: (readonly [string, readonly string[]])[] = [];
  const answer = (question: string): AnswerDocument => ({
    kind: 'answer',
    question,
    answered: false,
    sentences: [],
    refusal: 'Not in my sources.',
    watchQuery: null,
  });
  const { run } = await commandDesk({
    ask: async (question, earlier) => {
      asked.push([question, earlier]);
      return answer(question);
    },
  });
  return { asked, run };
}

test('a question of a conversation is asked with those before it', async () => {
  const { asked, run } = await asking();
  const inThread = { ...reader, conversationId: 'C1:17' };

  await run('ask', { question: 'Who was listed?' }, inThread);
  await run('ask', { question: 'And when?' }, inThread);
  await run('ask', { question: 'Why?' }, { ...inThread, personId: 'another' });

  expect(asked).toEqual([
    ['Who was listed?', []],
    ['And when?', ['Who was listed?']],
    ['Why?', ['Who was listed?', 'And when?']],
  ]);
});

test('a question outside of a conversation, of another one or of another workspace knows nothing of it', async () => {
  const { asked, run } = await asking();
  await run('ask', { question: 'Who was listed?' }, { ...reader, conversationId: 'C1:17' });

  await run('ask', { question: 'one' }, reader);
  await run('ask', { question: 'two' }, { ...reader, conversationId: 'C1:18' });
  await run('ask', { question: 'three' }, { ...foreignAdmin, conversationId: 'C1:17' });

  expect(asked.slice(1)).toEqual([
    ['one', []],
    ['two', []],
    ['three', []],
  ]);
});
