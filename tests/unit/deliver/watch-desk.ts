import { runAlerts } from '../../../src/deliver/run-alerts.ts';
import { runDigests } from '../../../src/deliver/run-digests.ts';
import { runUpdates } from '../../../src/deliver/run-updates.ts';
import type { AuditEntry } from '../../../src/domain/audit.ts';
import type { ChannelSettings } from '../../../src/domain/channel.ts';
import type { Delivery } from '../../../src/domain/delivery.ts';
import type { Follow } from '../../../src/domain/posting.ts';
import type { Watch, WatchHit, WatchHitRecord } from '../../../src/domain/watch.ts';
import { type FollowersBy, firstWorkspaceSettings } from '../../../src/domain/workspace.ts';
import { setup } from './channel-setup.ts';
import { digestSettings, openDesk } from './digest-desk.ts';

/** A desk whose channel has watches, followers and mutes as well. */
export async function openWatchDesk(start: string, settings: Partial<ChannelSettings> = {}) {
  const desk = await openDesk(start, settings);
  const { store, clock, tools, owedBy } = desk;

  /** The watches have looked at all that there is, and found nothing more than they were told to. */
  async function haveLooked(): Promise<void> {
    const { cursor, upTo } = await store.matches.unmatched(100);
    await store.matches.commit({ cursor, upTo, hits: [] });
  }

  return {
    ...desk,
    haveLooked,
    /** Alerts, updates and digests in their order, as the bot runs them every minute. */
    async minuteAt(moment: string): Promise<readonly Delivery[]> {
      clock.set(moment);
      return owedBy(async () => {
        await haveLooked();
        await runAlerts(tools, digestSettings);
        await runUpdates(tools, digestSettings);
        await runDigests(tools, digestSettings, { dueOnly: true });
      });
    },
    async follows(kind: Follow['kind'], subject: Follow['subject'], personId = 'dana'): Promise<void> {
      const atMs = clock.nowMs();
      await store.follows.add({ kind, channel: setup.ref, subject, personId, atMs }, auditOf(kind, atMs));
    },
    /** Admins choose how followers are told. */
    async tellsFollowers(followersBy: FollowersBy): Promise<void> {
      const chosen = { ...firstWorkspaceSettings, followersBy };
      await store.workspaces.change(setup.ref, chosen, auditOf('workspace', clock.nowMs()));
    },
    /** An admin makes a watch now. */
    async watches(id: string, fields: Partial<Watch> = {}): Promise<void> {
      const atMs = clock.nowMs();
      await store.watches.save({ ...watchOf(id, atMs), ...fields }, auditOf('watch add', atMs));
    },
    /** Watches match an article of the store. */
    async hits(sequence: number, ...hits: readonly Pick<WatchHit, 'watchId' | 'matched'>[]): Promise<void> {
      const known = await store.articles.list({ kinds: [], sinceMs: 0, limit: 100 });
      const storyId = known.find((kept) => kept.sequence === sequence)?.storyId;
      if (!storyId) throw new Error(`No story has an article ${sequence}.`);
      const { cursor, upTo } = await store.matches.unmatched(100);
      const atMs = clock.nowMs();
      const own = hits.map((hit) => ({ ...hit, sequence, storyId, atMs }));
      await store.matches.commit({ cursor, upTo, hits: own });
    },
    /** What became of the hits, in the order of the articles. */
    async fates(): Promise<readonly Pick<WatchHitRecord, 'watchId' | 'state' | 'remark'>[]> {
      const hits = await store.watches.hits({ watchId: null, sinceMs: 0 });
      return hits
        .toSorted((a, b) => a.sequence - b.sequence || (a.watchId < b.watchId ? -1 : 1))
        .map(({ watchId, state, remark }) => ({ watchId, state, remark }));
    },
  };
}

function watchOf(id: string, createdAtMs: number): Watch {
  return {
    id,
    name: `Watch ${id}`,
    query: 'huawei',
    channel: setup.ref,
    ownerId: 'admin',
    mentions: [],
    cadence: 'realtime',
    threshold: 0,
    needsApproval: false,
    isCritical: false,
    createdAtMs,
    reportedAtMs: null,
  };
}

function auditOf(command: string, atMs: number): AuditEntry {
  const { platform, workspaceId } = setup.ref;
  return { atMs, platform, workspaceId, personId: 'admin', command, subject: '', before: null, after: null };
}
