import { DiscordAPIError } from 'discord.js';
import { beforeEach, expect, test } from 'vitest';
import type { AnswerApi } from '../../../../../adapters/discord/answer-api.ts';
import { type Interaction, readInteraction } from '../../../../../adapters/discord/read-interaction.ts';
import { takeInteraction } from '../../../../../adapters/discord/take-interaction.ts';
import { createWorkTracker, type WorkTracker } from '../../../../../src/domain/track-work.ts';
import { FixedClock } from '../../../../fakes/fixed-clock.ts';
import { RecordingLog } from '../../../../fakes/recording-log.ts';

type Word = 'given' | 'refused' | 'lost';

/** A ledger whose answers a test gives by hand, in the order it likes. */
class HeldLedger {
  readonly asked: PromiseWithResolvers<boolean>[] = [];

  readonly take = (): Promise<boolean> => {
    const answer = Promise.withResolvers<boolean>();
    this.asked.push(answer);
    return answer.promise;
  };
}

let work: WorkTracker;

beforeEach(() => {
  work = createWorkTracker(() => {});
});

/** One process that Discord answers so. */
function process(word: Word, ledger: HeldLedger): Promise<boolean> {
  const answers = { callback: () => callback(word) } as unknown as AnswerApi;
  const desk = { answers, events: ledger, clock: new FixedClock(0), log: new RecordingLog(), work };
  return takeInteraction(interaction(), 'person', desk);
}

async function callback(word: Word): Promise<void> {
  if (word === 'lost') throw new Error('socket hang up');
  if (word === 'given') return;
  const body = { code: 40_060, message: 'Interaction has already been acknowledged.' };
  throw new DiscordAPIError(body, 40_060, 400, 'POST', '/', {});
}

function interaction(): Interaction {
  const read = readInteraction(
    { id: '1', application_id: '2', token: 't', type: 2, data: { type: 1, name: 'help' } },
    0,
  );
  if (!read) throw new Error('The sample is no interaction.');
  return read;
}

test('of two processes the one answers whose first answer Discord took, before the ledger says anything', async () => {
  const ledger = new HeldLedger();

  const taken = await Promise.all([process('refused', ledger), process('given', ledger)]);

  expect(taken).toEqual([false, true]);
  expect(ledger.asked).toHaveLength(1);
});

test('a ledger that answers late, and for the other process, changes nothing', async () => {
  const ledger = new HeldLedger();

  const taking = Promise.all([process('given', ledger), process('refused', ledger)]);
  const taken = await taking;
  for (const { resolve } of ledger.asked) resolve(false);
  await work.idle();

  expect(taken).toEqual([true, false]);
});

test('a ledger that fails takes no answer from whoever Discord let give it', async () => {
  const ledger = new HeldLedger();

  const taken = await process('given', ledger);
  for (const { reject } of ledger.asked) reject(new Error('The store is gone'));
  await work.idle();

  expect(taken).toBe(true);
});

test.each([true, false])('where what Discord said is lost, the ledger decides: %s', async (isFirst) => {
  const ledger = new HeldLedger();

  const taking = process('lost', ledger);
  await expect.poll(() => ledger.asked.length).toBe(1);
  ledger.asked[0]?.resolve(isFirst);

  expect(await taking).toBe(isFirst);
});

test('of two processes that both lost it, one answers', async () => {
  const ledger = new HeldLedger();

  const taking = Promise.all([process('lost', ledger), process('lost', ledger)]);
  await expect.poll(() => ledger.asked.length).toBe(2);
  ledger.asked[1]?.resolve(true);
  ledger.asked[0]?.resolve(false);

  expect((await taking).filter(Boolean)).toHaveLength(1);
});
