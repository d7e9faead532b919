import type { Store } from '../../../adapters/store/store.ts';
import { firstWorkspaceSettings, personChannel } from '../../../src/domain/workspace.ts';
import { probeOf } from './sample-probe.ts';
import {
  alertOf,
  auditOf,
  channelOf,
  channelSettingsOf,
  digestOf,
  entryOf,
  hitOf,
  messageOf,
  pollOf,
  postingOf,
  sourceOf,
  storyDecisionOf,
  toldOf,
  watchOf,
} from './samples.ts';

/** What the ports of collecting and sending answer in a short life of the store. */
export async function answersOfOneLife(store: Store): Promise<readonly unknown[]> {
  const { articles, channels, deliveries, digests, entries, sentences, sources } = store;
  const claim = { nowMs: 10_000, leaseMs: 100 };
  const ref = channelOf('C1');
  const report = storyDecisionOf('a', 's1', { entryId: 1, corpusVersion: 0 });
  return [
    await sources.register([sourceOf('a')], 0),
    await sources.claim({ ...claim, dueOnly: true }),
    await sources.recordPoll(pollOf('a', { entries: [entryOf('1'), entryOf('2'), entryOf('3')] })),
    await sources.list(),
    await entries.claim({ ...claim, limit: 10 }),
    await entries.dismiss(2, 'Off topic.'),
    await entries.postpone(3, 11_000, 'It timed out.'),
    await channels.configure({ ref, settings: channelSettingsOf() }, 7_000),
    await channels.change(ref, channelSettingsOf({ zone: 'Asia/Tokyo' }), auditOf('settings')),
    await articles.candidates(probeOf({ tokens: ['first'] })),
    await articles.keep(report),
    await articles.list({ kinds: [], sinceMs: 0, limit: 10 }),
    await articles.find('a'),
    await entries.remark('https://news.example/1'),
    await articles.candidates(probeOf({ tokens: ['first'] })),
    (await sentences.search({ tokens: ['second'], limit: 5 })).hits.map((hit) => hit.article),
    await digests.untold(ref, { all: false }),
    await digests.commit(digestOf(ref, { toldUpTo: 1, messages: [messageOf('m'), messageOf('n', 'm')] })),
    await digests.archive(ref, 5),
    await channels.list(),
    await deliveries.nextDueAtMs(10_000),
    await deliveries.claimNext(claim),
    await deliveries.record('m', 1, {
      kind: 'posted',
      messageId: '1.1',
      permalink: null,
      atMs: 10_001,
      nextAtMs: 10_001,
    }),
    await deliveries.claimNext({ ...claim, nowMs: 10_002 }),
    await deliveries.record('n', 1, {
      kind: 'postponed',
      retryAtMs: 10_003,
      problem: 'It timed out.',
      countsAttempt: true,
      mayBePosted: false,
    }),
    await deliveries.claimNext({ ...claim, nowMs: 10_003 }),
    await deliveries.record('n', 2, {
      kind: 'dead',
      problem: 'It was refused.',
      atMs: 20_001,
      targetIsGone: false,
    }),
    await deliveries.release(20_000),
    await deliveries.list({ limit: 10 }),
  ];
}

/** The rest of the ports, on a store that had `answersOfOneLife`. */
export async function answersOfWatching(store: Store): Promise<readonly unknown[]> {
  const { alerts, articles, audit, claims, desk, follows, matches, postings, watches } = store;
  const ref = channelOf('C1');
  const hit = hitOf('w1', 1);
  const subject = { kind: 'story', id: 's1' } as const;
  const follow = { kind: 'follow', channel: ref, subject, personId: 'U1' } as const;
  const update = { channel: ref, storyId: 's1', toldUpToBefore: 1, toldUpTo: 2, decidedAtMs: 9_000 };
  return [
    await watches.save(watchOf('w1'), auditOf('watch add')),
    await watches.list(),
    await matches.unmatched(10),
    await matches.commit({ cursor: 0, upTo: 1, hits: [hit] }),
    await alerts.pending(),
    await alerts.commit(alertOf(ref, { told: [toldOf('w1', 1)], postings: [postingOf(ref, 's1')] })),
    await watches.hits({ watchId: null, sinceMs: 0 }),
    await watches.report('w1', messageOf('report', null, { hold: { kind: 'approval' } }), 9_000),
    await watches.remove('w1', auditOf('watch remove')),
    await articles.keep(storyDecisionOf('later', 's1')),
    await postings.moved({ postedSinceMs: 0 }),
    await postings.commit({ ...update, messages: [], notices: [] }),
    await follows.add({ ...follow, atMs: 8_000 }, auditOf('follow')),
    await follows.list(),
    await follows.remove(follow, auditOf('follow')),
    await desk.approve('report', auditOf('deliveries approve')),
    await desk.discard('report', auditOf('deliveries discard')),
    await desk.retry('n', auditOf('deliveries retry')),
    await audit.list({ platform: 'slack', workspaceId: 'T1', limit: 20 }),
    await claims.releaseAll(10_000),
  ];
}

/** The ports of whole workspaces and of people, on any store. */
export async function answersOfPeople(store: Store): Promise<readonly unknown[]> {
  const { actions, audit, conversations, deliveries, events, feedback, installations, postings, workspaces } =
    store;
  const workspace = { platform: 'slack', workspaceId: 'T1' } as const;
  const person = personChannel(workspace, 'U1');
  const installation = { workspace, sealed: 'sealed', installedBy: 'U1', atMs: 8_000 };
  const subject = { kind: 'story', storyId: 's1', headline: 'A headline' } as const;
  const said = { subject, says: 'not-relevant', personId: 'U1' } as const;
  const question = { workspace, conversationId: 'thread', question: 'Who?', atMs: 8_000 };
  return [
    await workspaces.settings(workspace),
    await workspaces.change(
      workspace,
      { ...firstWorkspaceSettings, adminGroupId: 'S1' },
      auditOf('workspace'),
    ),
    await audit.lastPerson({ ...workspace, subject: 'C1' }),
    await installations.save(installation),
    await installations.find(workspace),
    await installations.list('slack'),
    await installations.remove(workspace, 99_000),
    await feedback.add({ ...said, channel: channelOf('C1'), atMs: 8_000 }),
    await feedback.list({ workspace, limit: 5 }),
    await conversations.add(question),
    await conversations.earlier(workspace, 'thread', 5),
    await actions.remember('run:help?', 8_000),
    await actions.find('nothing'),
    await events.take('slack', 'Ev1', 8_000),
    await deliveries.notify([{ channel: person, message: messageOf('told') }], 9_000),
    await deliveries.troubled(0),
    await postings.toldSince(channelOf('C1'), 0),
    await store.stories.headlines({ afterSequence: 0, limit: 5 }),
    await store.stories.find('s1'),
  ];
}
