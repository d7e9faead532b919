import { expect, test } from 'vitest';
import { renderSources } from '../../../../adapters/slack/render-sources.ts';
import type { MessageAction } from '../../../../src/domain/action.ts';
import { neverPolled, noValidators, type SourceState } from '../../../../src/domain/source.ts';
import { wordsOf } from '../../../../src/domain/words/words-of.ts';
import { sourceOf } from '../../../contract/store/samples.ts';
import { slackChoices, slackProblems, slackText } from '../../../fakes/slack-checker.ts';

const envelope = { key: '', mentions: [], language: 'en', words: wordsOf('en') } as const;

function pause(source: string): MessageAction {
  return { label: 'pause', how: 'run', tone: 'plain', input: { name: 'sources pause', options: { source } } };
}

function states(count: number): readonly SourceState[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ source: sourceOf(`s${index}`), validators: noValidators, health: neverPolled },
  }));
}

/** As an answer to somebody: without the key that a delivery has. */
function shown(
  sources: readonly SourceState[],
  more: Omit<Parameters<typeof renderSources>[0], 'sources'> = {},
) {
  const payloads = renderSources({ sources, ...more }, envelope).map(
    ({ metadata: _, ...payload }) => payload,
  );
  expect(payloads.flatMap(slackProblems)).toEqual([]);
  return payloads;
}

test('shows what can be done with a source beneath it', () => {
  const sources = states(2);
  const payloads = shown(sources, { rowActions: [[pause('s0')], [pause('s1')]] });

  expect(slackChoices(payloads)).toEqual([
    'Pause: run:sources pause?source=s0',
    'Pause: run:sources pause?source=s1',
  ]);
  const order = payloads.flatMap(({ blocks }) => blocks.map(({ type }) => type));
  expect(order).toEqual(['header', 'rich_text', 'actions', 'rich_text', 'actions']);
});

test('shows buttons for the first 25 of many sources, and all sources with what is left out', () => {
  const sources = states(40);
  const rowActions = sources.map(({ source }) => [pause(source.id)]);
  const payloads = shown(sources, { rowActions, notes: ['7 more are not shown.'] });

  expect(slackChoices(payloads)).toHaveLength(25);
  for (const { source } of sources) expect(slackText(payloads)).toContain(source.name);
  expect(slackText(payloads)).toMatch(/7 more are not shown\.$/);
});
