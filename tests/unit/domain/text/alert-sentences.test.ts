import { expect, test } from 'vitest';
import { alertSentences } from '../../../../src/domain/text/alert-sentences.ts';
import { cited, storyEntry } from '../../../fixtures/documents.ts';

const all = Number.POSITIVE_INFINITY;

function textsOf(matched: readonly string[], max: number): readonly string[] {
  const story = storyEntry({
    summary: [cited('Ships wait.'), cited('Chips are listed.')],
    whatIsNew: [cited('Two firms joined.'), cited('Ports closed.')],
  });
  return alertSentences({ story, matched }, max).map(({ text }) => text);
}

test('says what is new, and beside it only what holds a matched word', () => {
  expect(textsOf(['Chips'], all)).toEqual(['Two firms joined.', 'Ports closed.', 'Chips are listed.']);
  expect(textsOf(['nowhere'], all)).toEqual(['Two firms joined.', 'Ports closed.']);
});

test('says the summary of a story that is new as a whole', () => {
  const story = storyEntry({ summary: [cited('One.'), cited('Two.')] });

  expect(alertSentences({ story, matched: ['Two'] }, all)).toEqual(story.summary);
});

test('keeps sentences with a matched word before others where room is short', () => {
  expect(textsOf(['Chips'], 2)).toEqual(['Two firms joined.', 'Chips are listed.']);
  expect(textsOf(['Ports'], 1)).toEqual(['Ports closed.']);
});

test('says a sentence once that is both new and in the summary', () => {
  const story = storyEntry({ summary: [cited('Chips.')], whatIsNew: [cited('Chips.')] });

  expect(alertSentences({ story, matched: ['Chips'] }, all)).toHaveLength(1);
});
