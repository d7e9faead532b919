import { expect, test } from 'vitest';
import { isForChannel } from '../../../../adapters/slack/publish-broadcast.ts';
import {
  citation,
  cited,
  sourceLink,
  storyDocument,
  updateDocument,
  wireCitation,
} from '../../../fixtures/documents.ts';

const primary = sourceLink({ articleId: 'bureau-notice', tier: 'primary' });
const wire = sourceLink({ articleId: 'wire-1', tier: 'wire' });
const ofPrimary = cited('The bureau says so.', citation());
const ofWire = cited('The wire says so.', wireCitation());

test('shows a contradiction in the channel', () => {
  const document = updateDocument({ verdict: 'contradicts', whatIsNew: [ofWire], sources: [wire] });

  expect(isForChannel(document)).toBe(true);
});

test('shows what a primary document brings, and not what only others do', () => {
  const sources = [primary, wire];

  expect(isForChannel(updateDocument({ whatIsNew: [ofWire, ofPrimary], sources }))).toBe(true);
  expect(isForChannel(updateDocument({ whatIsNew: [ofWire], sources }))).toBe(false);
  expect(isForChannel(updateDocument({ whatIsNew: [], sources }))).toBe(false);
});

test('takes no note of ours for a primary document', () => {
  const sources = [{ ...primary, isNote: true }];

  expect(isForChannel(updateDocument({ whatIsNew: [ofPrimary], sources }))).toBe(false);
});

test('shows nothing but updates once more', () => {
  expect(isForChannel(storyDocument({ verdict: 'contradicts' }))).toBe(false);
});
