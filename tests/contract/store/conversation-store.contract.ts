import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import { dayMs } from '../../../src/domain/moment.ts';
import type { Contract } from './stores-under-test.ts';

const workspace = { platform: 'slack', workspaceId: 'T1' } as const;

async function ask(store: Store, conversationId: string, question: string, atMs = 8_000): Promise<void> {
  await store.conversations.add({ workspace, conversationId, question, atMs });
}

export const conversationStoreContract: Contract = {
  'the latest questions of a conversation come oldest first': async (open) => {
    const store = await open();
    for (const question of ['one', 'two', 'three']) await ask(store, 'thread', question);
    await ask(store, 'another thread', 'four');

    expect(await store.conversations.earlier(workspace, 'thread', 10)).toEqual(['one', 'two', 'three']);
    expect(await store.conversations.earlier(workspace, 'thread', 2)).toEqual(['two', 'three']);
    expect(await store.conversations.earlier(workspace, 'thread', 0)).toEqual([]);
  },

  'a conversation of the same id in another workspace is another one': async (open) => {
    const store = await open();
    await ask(store, 'thread', 'one');

    expect(await store.conversations.earlier({ ...workspace, workspaceId: 'T2' }, 'thread', 10)).toEqual([]);
  },

  'of a long conversation the last 20 questions are kept, and another loses none by it': async (open) => {
    const store = await open();
    await ask(store, 'another thread', 'first');
    for (let index = 1; index <= 23; index += 1) await ask(store, 'thread', `${index}`);

    const kept = await store.conversations.earlier(workspace, 'thread', 100);

    expect([kept.length, kept[0], kept.at(-1)]).toEqual([20, '4', '23']);
    expect(await store.conversations.earlier(workspace, 'another thread', 10)).toEqual(['first']);
  },

  'a question is forgotten after 30 days, when another is asked anywhere': async (open) => {
    const store = await open();
    await ask(store, 'old', 'one', 1_000);
    await ask(store, 'old', 'two', 1_001);
    await ask(store, 'new', 'three', 1_001 + 30 * dayMs);

    expect(await store.conversations.earlier(workspace, 'old', 10)).toEqual(['two']);
  },
};
