import { expect, test } from 'vitest';
import { renderSources } from '../../../../adapters/discord/render-sources.ts';
import type { MessageAction } from '../../../../src/domain/action.ts';
import { neverPolled, noValidators, type SourceState } from '../../../../src/domain/source.ts';
import { sourceOf } from '../../../contract/store/samples.ts';
import { answerProblems, componentsOf, discordText } from '../../../fakes/discord-checker.ts';

const envelope = { key: null, mentions: [], language: 'en', layout: 'components' } as const;

function act(label: 'pause' | 'remove', source: string): MessageAction {
  return { label, how: 'run', tone: 'plain', input: { name: `sources ${label}`, options: { source } } };
}

function states(count: number): readonly SourceState[] {
  return Array.from({ length: count }, (_, index) => {
    const health = {
      ...neverPolled,
      ...(index === count - 1 && { lastPolledAtMs: 1, consecutiveFailures: 2 }),
    };
    return { source: sourceOf(`s${index}`), validators: noValidators, health };
  });
}

function shown(
  sources: readonly SourceState[],
  more: Omit<Parameters<typeof renderSources>[0], 'sources'> = {},
) {
  const payloads = renderSources({ sources, ...more }, envelope);
  expect(payloads.flatMap(answerProblems)).toEqual([]);
  return payloads;
}

/** The options of the selects of each message. */
function optionsOf(payloads: ReturnType<typeof shown>) {
  return payloads.map((payload) =>
    componentsOf(payload)
      .filter(({ type }) => type === 3)
      .flatMap(({ options }) => [options].flat())
      .map((option) => `${Object(option).label} → ${Object(option).value}`),
  );
}

test('lets people choose what to do with a source, those that fail first', () => {
  const payloads = shown(states(2), { rowActions: [[act('pause', 's0')], [act('pause', 's1')]] });

  expect(optionsOf(payloads)).toEqual([
    ['Pause: Source s1 → run:sources pause?source=s1', 'Pause: Source s0 → run:sources pause?source=s0'],
  ]);
});

test('offers something for the first 25 of many sources, in as many selects as it takes', () => {
  const sources = states(40);
  const rowActions = sources.map(({ source: { id } }) => [act('pause', id), act('remove', id)]);
  const payloads = shown(sources, { rowActions, notes: ['7 more are not shown.'] });

  expect(optionsOf(payloads).map((options) => options.length)).toEqual([24, 24, 2]);
  for (const { source } of sources) expect(discordText(payloads)).toContain(source.name);
  expect(discordText(payloads).trimEnd()).toMatch(/7 more are not shown\.$/);
});
