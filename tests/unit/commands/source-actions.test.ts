import { expect, test } from 'vitest';
import { actionsOf } from '../../../src/domain/actions-of.ts';
import { neverPolled, noValidators, type SourceState } from '../../../src/domain/source.ts';
import { sourceOf } from '../../contract/store/samples.ts';
import { admin, commandDesk, reader, settings } from './command-desk.ts';

const here = { ...admin, personId: 'U1' };
const stateOf = (id: string, over: Partial<SourceState> = {}): SourceState => ({
  ...{ source: sourceOf(id), validators: noValidators, health: neverPolled },
  ...over,
});
const addedBy = { platform: 'console', workspaceId: 'console', personId: 'U1' } as const;

async function scene() {
  const sources = [stateOf('read'), stateOf('paused', { isPaused: true }), stateOf('added', { addedBy })];
  const { runner, store } = await commandDesk({ listSources: async () => sources });
  const list = async (actor = here) => {
    const answer = await runner.run({ name: 'sources list', options: {} }, actor);
    if (answer.kind !== 'sources') throw new Error(`No sources: ${answer.kind}.`);
    return answer;
  };
  return { store, list };
}

test('admins can pause and resume each source, and remove one that was added', async () => {
  const { list } = await scene();

  const answer = await list();

  const offered = (answer.rowActions ?? []).map((actions) =>
    actions.map(({ label, input }) => [label, input.name, ...Object.values(input.options)].join(' ')),
  );
  expect(offered).toEqual([
    ['pause sources pause read'],
    ['resume sources pause paused true'],
    ['pause sources pause added', 'remove sources remove added'],
  ]);
  expect(actionsOf(answer)).toEqual((answer.rowActions ?? []).flat());
});

test('others, and admins of one of many workspaces, are offered nothing', async () => {
  const { list, store } = await scene();
  expect((await list({ ...reader })).rowActions).toBeUndefined();

  for (const workspaceId of ['T1', 'T2'])
    await store.channels.configure({ ref: { platform: 'slack', workspaceId, channelId: 'C1' }, settings }, 0);

  expect((await list()).rowActions).toBeUndefined();
});
