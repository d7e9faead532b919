import { expect, test } from 'vitest';
import { showAnswer } from '../../../src/cli/show-answer.ts';
import { neverPolled, noValidators, type SourceState } from '../../../src/domain/source.ts';
import { sourceOf } from '../../contract/store/samples.ts';

const state: SourceState = { source: sourceOf('a'), validators: noValidators, health: neverPolled };
const paused: SourceState = {
  ...state,
  isPaused: true,
  addedBy: { platform: 'slack', workspaceId: 'T1', personId: 'U1' },
};

function shown(source: SourceState, isJson: boolean): string {
  const lines: string[] = [];
  const out = (text: string) => void lines.push(text);
  showAnswer({ kind: 'sources', sources: [source] }, { isJson, color: false, out, err: out });
  return lines.join('');
}

test('a line says that a source is paused and who added it', () => {
  expect(shown(paused, false)).toBe(
    'paused         Source a (wire, en, not yet verified, added by slack:T1/U1)\n    https://a.example/feed\n',
  );
});

test('what the operator added is said to be theirs, and nothing is said of a configured one', () => {
  const own = { platform: 'console', workspaceId: 'console', personId: 'operator' } as const;

  expect(shown({ ...state, addedBy: own }, false)).toContain(', added by the operator)');
  expect(shown(state, false)).toMatch(/^not polled yet Source a \(wire, en, not yet verified\)\n/);
});

test.each([
  [paused, { paused: true, added_by: 'slack:T1/U1', next_poll: null }],
  [state, { paused: false, added_by: null }],
])('the JSON line of %j says the same', (source, expected) => {
  expect(JSON.parse(shown(source, true))).toMatchObject(expected);
});
