import { expect, test } from 'vitest';
import { renderAnswerView } from '../../../../adapters/slack/render-answer-view.ts';
import { keyOfButtonValue } from '../../../../src/domain/action.ts';
import { messageRefusal } from '../../../fakes/slack/blocks/check-message.ts';
import { viewRefusal } from '../../../fakes/slack/blocks/check-view.ts';
import { slackChoices, slackProblems } from '../../../fakes/slack-checker.ts';
import { blocksOf } from '../../../fakes/slack-nodes.ts';
import { answerDocument, cited, refusalDocument, storyDocument } from '../../../fixtures/documents.ts';
import { rendered } from './rendered.ts';

const typesOf = (payload: Readonly<Record<string, unknown>>) => blocksOf(payload).map(({ type }) => type);

test('ends an answer with the question whether it helped', () => {
  const payloads = rendered(answerDocument({ question: 'Who pays & why?' }));

  expect(typesOf(payloads[0] ?? {}).at(-1)).toBe('context_actions');
  expect(slackChoices(payloads)).toEqual([
    'Helpful: run:feedback give?says=helpful&question=Who+pays+%26+why%3F',
    'Not helpful: run:feedback give?says=not-helpful&question=Who+pays+%26+why%3F',
  ]);
});

test('ends a refusal with it too, and no story', () => {
  expect(typesOf(rendered(refusalDocument())[0] ?? {}).slice(-2)).toEqual(['actions', 'context_actions']);
  expect(typesOf(rendered(storyDocument())[0] ?? {})).not.toContain('context_actions');
});

test('says it in the language of the channel', () => {
  const labels = (language: 'de' | 'zh') =>
    slackChoices(rendered(answerDocument(), { language })).map((choice) => choice.split(':')[0]);

  expect(labels('de')).toEqual(['Hilfreich', 'Nicht hilfreich']);
  expect(labels('zh')).toEqual(['有帮助', '没有帮助']);
});

test('carries keys where the question is too long for a button', () => {
  const payloads = rendered(answerDocument({ question: 'Who pays? '.repeat(400) }));
  const values = slackChoices(payloads).map((choice) => choice.slice(choice.indexOf(': ') + 2));

  expect(new Set(values.map(keyOfButtonValue)).size).toBe(2);
  expect(values.map(keyOfButtonValue)).not.toContain(null);
  expect(payloads.flatMap(slackProblems)).toEqual([]);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
  'never stands alone in a message, with %d sentences before it',
  (count) => {
    const sentences = Array.from({ length: count }, (_, index) => cited(`${index} ${'word '.repeat(360)}.`));
    const question = 'Who pays & why? '.repeat(80);
    const payloads = rendered(answerDocument({ question, sentences }));

    expect(payloads.filter((payload) => typesOf(payload).join() === 'context_actions')).toEqual([]);
    expect(payloads.map((payload) => messageRefusal(payload)).filter(Boolean)).toEqual([]);
  },
);

test('is asked in a window by ordinary buttons, which windows can have', () => {
  const answer = { kind: 'documents', documents: [answerDocument({ question: 'Who?' })] } as const;
  const view = renderAnswerView(answer, { title: 'ask', language: 'en', privateMetadata: '' });

  expect(viewRefusal(view, 'modal')).toBeNull();
  expect(slackChoices([{ blocks: view.blocks }])).toEqual([
    'Helpful: run:feedback give?says=helpful&question=Who%3F',
    'Not helpful: run:feedback give?says=not-helpful&question=Who%3F',
  ]);
});
