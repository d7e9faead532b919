import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import type { Hold, OwedMessage, OwedNotice } from '../../../src/domain/delivery.ts';
import { personChannel } from '../../../src/domain/workspace.ts';
import { deliveryOf, owe, recordDead, sentInOrder, setUp, statesOf } from './owing.ts';
import { alertOf, auditOf, channelOf, digestOf, messageOf, postingOf, storyDecisionOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const ref = channelOf('C1');
const person = personChannel(ref, 'U1');
const approval: Hold = { kind: 'approval' };

/** A notice to U1 of the message `tellsOf`. */
function noticeOf(tellsOf: string, over: Partial<OwedMessage> = {}): OwedNotice {
  return { channel: person, tellsOf, message: messageOf(`${tellsOf}.notice`, null, over) };
}

/** What each kind of decision owes: one message, and one notice of it. */
const deciders: Readonly<Record<string, (store: Store, key: string) => Promise<'committed' | 'stale'>>> = {
  digest: (store, key) =>
    store.digests.commit(
      digestOf(ref, { toldUpTo: 1, messages: [messageOf(key)], notices: [noticeOf(key)] }),
    ),
  alert: (store, key) =>
    store.alerts.commit(
      alertOf(ref, {
        ...{ messages: [messageOf(key)], notices: [noticeOf(key)] },
        postings: [postingOf(ref, 's1', { toldUpTo: 1 })],
        storiesToldUpTo: { s1: 0 },
      }),
    ),
  update: (store, key) =>
    store.postings.commit({
      ...{ channel: ref, storyId: 's1', toldUpToBefore: 0, toldUpTo: 1, decidedAtMs: 9_500 },
      ...{ messages: [messageOf(key)], notices: [noticeOf(key)] },
    }),
};

/** A channel in which the story s1 stands, and one article of it that was not told. */
async function openWithStory(open: () => Promise<Store>): Promise<Store> {
  const store = await open();
  await setUp(store);
  await store.alerts.commit(alertOf(ref, { postings: [postingOf(ref, 's1')] }));
  await store.articles.keep(storyDecisionOf('a', 's1'));
  return store;
}

/** An alert that waits for approval, and a reply in its thread that would not wait by itself, with its notice. */
async function openWithHeldThread(open: () => Promise<Store>): Promise<Store> {
  const store = await openWithStory(open);
  const alert = { messages: [messageOf('alert', null, { hold: approval })] };
  await store.alerts.commit(alertOf(ref, { ...alert, postings: [] }));
  await store.postings.commit({
    ...{ channel: ref, storyId: 's1', toldUpToBefore: 0, toldUpTo: 1, decidedAtMs: 9_500 },
    ...{ messages: [messageOf('reply', 'alert')], notices: [noticeOf('reply')] },
  });
  return store;
}

export const followerNoticesContract: Contract = {
  ...Object.fromEntries(
    Object.entries(deciders).map(([kind, decide]): [string, Contract[string]] => [
      `the notices of one ${kind} are owed with it, and not at all when it is stale`,
      async (open) => {
        const store = await openWithStory(open);

        expect(await decide(store, 'first')).toBe('committed');
        expect(await decide(store, 'second')).toBe('stale');

        expect(await statesOf(store)).toEqual({ first: 'owed', 'first.notice': 'owed' });
        expect(await deliveryOf(store, 'first.notice')).toMatchObject({ channel: person, sequence: 1 });
        expect((await store.channels.list()).map((channel) => channel.ref)).toEqual([ref]);
      },
    ]),
  ),

  'a decision that fails owes no notice': async (open) => {
    const store = await openWithStory(open);
    await owe(store, 'C2', [messageOf('taken')]);
    const messages = [messageOf('fresh'), messageOf('taken')];

    await expect(
      store.alerts.commit(alertOf(ref, { messages, notices: [noticeOf('fresh')] })),
    ).rejects.toThrow();

    expect(await statesOf(store)).toEqual({ taken: 'owed' });
  },

  'a notice of a known key is not owed again': async (open) => {
    const store = await openWithStory(open);
    const notices = [noticeOf('alert'), noticeOf('alert')];
    await store.alerts.commit(alertOf(ref, { messages: [messageOf('alert')], notices }));

    expect(await statesOf(store)).toEqual({ alert: 'owed', 'alert.notice': 'owed' });
  },

  'a notice that is held until the morning comes with its message': async (open) => {
    const store = await openWithStory(open);
    const hold: Hold = { kind: 'quiet', untilMs: 12_000 };
    const messages = [messageOf('alert', null, { hold })];
    await store.alerts.commit(alertOf(ref, { messages, notices: [noticeOf('alert', { hold })] }));
    expect(await sentInOrder(store)).toEqual([]);

    await store.deliveries.release(12_000);

    expect(new Set(await sentInOrder(store, 12_000))).toEqual(new Set(['alert', 'alert.notice']));
  },

  'a notice waits for the approval of its message, whatever it says itself': async (open) => {
    const store = await openWithStory(open);
    const messages = [messageOf('alert', null, { hold: approval })];
    await store.alerts.commit(alertOf(ref, { messages, notices: [noticeOf('alert')] }));
    expect(await statesOf(store)).toEqual({ alert: 'held', 'alert.notice': 'held' });

    await store.desk.approve('alert', auditOf('deliveries approve'));

    expect(await statesOf(store)).toEqual({ alert: 'owed', 'alert.notice': 'owed' });
  },

  'a notice of a reply waits with the thread, and is approved with it': async (open) => {
    const store = await openWithHeldThread(open);
    expect(await statesOf(store)).toEqual({ alert: 'held', reply: 'held', 'reply.notice': 'held' });

    await store.desk.approve('alert', auditOf('deliveries approve'));

    expect(await statesOf(store)).toEqual({ alert: 'owed', reply: 'owed', 'reply.notice': 'owed' });
  },

  'a notice of what is discarded is given up, and owed anew when that is retried': async (open) => {
    const store = await openWithHeldThread(open);
    await store.desk.discard('alert', auditOf('deliveries discard'));
    expect(await statesOf(store)).toEqual({ alert: 'dead', reply: 'dead', 'reply.notice': 'dead' });

    await store.desk.retry('alert', auditOf('deliveries retry'));

    expect(await statesOf(store)).toEqual({ alert: 'owed', reply: 'owed', 'reply.notice': 'owed' });
  },

  'nobody is written to of a message whose thread was given up': async (open) => {
    const store = await openWithStory(open);
    await owe(store, 'C1', [messageOf('head')]);
    await recordDead(store, 'head');
    const late = { messages: [messageOf('late', 'head')], notices: [noticeOf('late')] };
    await store.alerts.commit(alertOf(ref, late));

    expect(await statesOf(store)).toEqual({ head: 'dead', late: 'dead', 'late.notice': 'dead' });
  },
};
