import { expect } from 'vitest';
import { dayMs } from '../../../src/domain/moment.ts';
import { shortHash } from '../../../src/domain/text/short-hash.ts';
import type { Contract } from './stores-under-test.ts';

const text = 'form:watch add?query=%22entity+list%22';

export const actionStoreContract: Contract = {
  'an action is found under its hash': async (open) => {
    const { actions } = await open();
    await actions.remember(text, 8_000);
    await actions.remember('run:help?', 8_000);

    expect(await actions.find(shortHash(text))).toBe(text);
    expect(await actions.find('0123456789abcdef')).toBeNull();
  },

  'an action is forgotten after 90 days, when another is remembered': async (open) => {
    const { actions } = await open();
    await actions.remember(text, 1_000);
    await actions.remember('run:help?', 1_000 + 90 * dayMs);
    expect(await actions.find(shortHash(text))).toBe(text);

    await actions.remember('run:help?', 1_001 + 90 * dayMs);

    expect(await actions.find(shortHash(text))).toBeNull();
  },

  'an action that is remembered again is kept for 90 days from then on': async (open) => {
    const { actions } = await open();
    await actions.remember(text, 1_000);
    await actions.remember(text, 5 * dayMs);
    await actions.remember(text, 4 * dayMs);
    await actions.remember('run:help?', 95 * dayMs);

    expect(await actions.find(shortHash(text))).toBe(text);
  },
};
