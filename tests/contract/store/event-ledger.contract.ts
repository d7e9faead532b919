import { expect } from 'vitest';
import { dayMs } from '../../../src/domain/moment.ts';
import type { Contract } from './stores-under-test.ts';

export const eventLedgerContract: Contract = {
  'an event is taken once': async (open) => {
    const { events } = await open();

    expect(await events.take('slack', 'Ev1', 8_000)).toBe(true);
    expect(await events.take('slack', 'Ev1', 8_001)).toBe(false);
    expect(await events.take('slack', 'Ev2', 8_002)).toBe(true);
    expect(await events.take('discord', 'Ev1', 8_003)).toBe(true);
  },

  'of several takers at once one takes it': async (open) => {
    const { events } = await open();

    const taken = await Promise.all([1, 2, 3].map(() => events.take('slack', 'Ev1', 8_000)));

    expect(taken.filter((isTaken) => isTaken)).toHaveLength(1);
  },

  'an event is forgotten after a day, counted from when it was taken': async (open) => {
    const { events } = await open();
    await events.take('slack', 'Ev1', 1_000);

    expect(await events.take('slack', 'Ev1', 1_000 + dayMs)).toBe(false);
    expect(await events.take('slack', 'Ev1', 1_001 + dayMs)).toBe(true);
  },
};
