import { expect, test } from 'vitest';
import { decodeAction, encodeAction } from '../../../src/domain/action.ts';
import { actionsOf } from '../../../src/domain/actions-of.ts';
import { answerDocument, refusalDocument, storyDocument } from '../../fixtures/documents.ts';

const namesOf = (document: Parameters<typeof encodedOf>[0]) =>
  encodedOf(document).map((text) => decodeAction(text)?.input);

function encodedOf(document: ReturnType<typeof answerDocument> | ReturnType<typeof storyDocument>) {
  return actionsOf({ kind: 'documents', documents: [document] }).map(encodeAction);
}

test('an answer offers to say whether it helped, by its question', () => {
  const question = 'Who pays & "why"?\nAnd to whom? 谁';

  expect(namesOf(answerDocument({ question }))).toEqual([
    { name: 'feedback give', options: { says: 'helpful', question } },
    { name: 'feedback give', options: { says: 'not-helpful', question } },
  ]);
});

test('a refusal offers to watch for it as well', () => {
  expect(namesOf(refusalDocument()).map((input) => input?.name)).toEqual([
    'watch add',
    'feedback give',
    'feedback give',
  ]);
});

test('what a story offers is short, and is not remembered', () => {
  expect(namesOf(storyDocument())).toEqual([]);
});
