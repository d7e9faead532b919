import { expect } from 'vitest';
import { channelOf, channelSettingsOf, digestOf, entryOf, messageOf, pollOf, sourceOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const request = { nowMs: 10_000, leaseMs: 100_000 };

export const claimsContract: Contract = {
  'sources and entries of a process that died can be claimed at once': async (open) => {
    const store = await open();
    await store.sources.register([sourceOf('a')], 0);
    await store.sources.recordPoll(pollOf('a', { entries: [entryOf('e1')] }));
    await store.sources.claim({ ...request, dueOnly: false });
    await store.entries.claim({ ...request, limit: 5 });

    await store.claims.releaseAll(request.nowMs);

    expect(await store.sources.claim({ ...request, dueOnly: false })).toHaveLength(1);
    expect(await store.entries.claim({ ...request, limit: 5 })).toHaveLength(1);
  },

  'a message that was being sent is left to a sender that may live for ten seconds, and may be posted then':
    async (open) => {
      const store = await open();
      for (const channelId of ['C1', 'C2']) {
        const ref = channelOf(channelId);
        await store.channels.configure({ ref, settings: channelSettingsOf() }, 7_000);
        await store.digests.commit(digestOf(ref, { messages: [messageOf(`in ${channelId}`)] }));
      }
      const sending = await store.deliveries.claimNext(request);

      await store.claims.releaseAll(request.nowMs);
      const claimAt = (nowMs: number) => store.deliveries.claimNext({ ...request, nowMs });
      const again = [await claimAt(19_999)];
      expect(await claimAt(19_999)).toBeNull();
      again.push(await claimAt(20_000));

      const mayBePosted = Object.fromEntries(again.map((claim) => [claim?.delivery.key, claim?.mayBePosted]));
      const sentKey = sending?.delivery.key ?? '';
      expect(mayBePosted).toEqual({ 'in C1': sentKey === 'in C1', 'in C2': sentKey === 'in C2' });
    },
};
