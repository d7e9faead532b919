import type { AuditEntry } from '../../../src/domain/audit.ts';
import type { ChannelSettings } from '../../../src/domain/channel.ts';
import type { ChannelRef, Platform } from '../../../src/domain/delivery.ts';
import type { Follow } from '../../../src/domain/posting.ts';
import type { SourceDefinition } from '../../../src/domain/source.ts';
import type { Watch } from '../../../src/domain/watch.ts';

/** March 2026: the clocks of New York change on the 8th, those of Berlin on the 29th. */
export const monthStartMs = Date.UTC(2026, 2, 1);

/** What brings all articles of the month. */
export const monthSource: SourceDefinition = {
  id: 'wire',
  name: 'Wire',
  url: 'https://wire.example/feed',
  tier: 'wire',
  lang: 'en',
  verified: true,
};

export interface MonthChannel {
  readonly ref: ChannelRef;
  readonly settings: ChannelSettings;
}

const hour = 60;

const common: Omit<ChannelSettings, 'plan'> = {
  zone: 'UTC',
  quiet: null,
  style: 'full',
  maxStories: 4,
  threshold: 0.3,
  needsApproval: false,
  mentions: [],
  isPaused: false,
  language: 'en',
};

const wishes: Readonly<Record<string, ChannelSettings>> = {
  morning: {
    ...common,
    plan: { kind: 'times', weekday: [8 * hour], weekend: [] },
    zone: 'Europe/Berlin',
    quiet: { from: 19 * hour, until: 7 * hour },
  },
  twice: {
    ...common,
    plan: { kind: 'times', weekday: [9 * hour, 17 * hour], weekend: [11 * hour] },
    zone: 'America/New_York',
    mentions: [{ kind: 'role', id: 'R1' }],
  },
  weekly: {
    ...common,
    plan: { kind: 'weekly', day: 1, time: 9 * hour },
    zone: 'Asia/Shanghai',
    maxStories: 8,
  },
  live: {
    ...common,
    plan: { kind: 'realtime' },
    style: 'short',
    quiet: { from: 22 * hour, until: 6 * hour },
  },
  board: {
    ...common,
    plan: { kind: 'times', weekday: [10 * hour], weekend: [10 * hour] },
    needsApproval: true,
    threshold: 0.6,
  },
  desk: { ...common, plan: { kind: 'times', weekday: [12 * hour], weekend: [] }, threshold: 0.9 },
};

export function monthChannels(platform: Platform): readonly MonthChannel[] {
  return Object.entries(wishes).map(([name, settings]) => ({ ref: channelRef(platform, name), settings }));
}

function channelRef(platform: Platform, channelId: string): ChannelRef {
  return { platform, workspaceId: platform === 'console' ? 'console' : 'T1', channelId };
}

export function monthWatches(platform: Platform): readonly Watch[] {
  const watch = (id: string, channel: string, query: string, over: Partial<Watch> = {}): Watch => ({
    id,
    name: `Watch for ${query.replaceAll('"', '')}`,
    query,
    channel: channelRef(platform, channel),
    ownerId: 'U1',
    mentions: [],
    cadence: 'realtime',
    threshold: 0,
    needsApproval: false,
    isCritical: false,
    createdAtMs: monthStartMs,
    reportedAtMs: null,
    ...over,
  });
  return [
    watch('w1', 'desk', 'wafers'),
    watch('w2', 'desk', 'turbines OR wafers', { mentions: [{ kind: 'person', id: 'U2' }] }),
    watch('w3', 'morning', '"entity list"', { isCritical: true }),
    watch('w4', 'morning', 'antennas'),
    watch('w5', 'twice', 'lasers', { cadence: 'digest' }),
    watch('w6', 'board', 'turbines', { needsApproval: true }),
    watch('w7', 'live', 'cameras', { cadence: 'digest' }),
    watch('w8', 'weekly', 'zeppelins'),
  ];
}

export function monthFollows(platform: Platform): readonly Follow[] {
  const follow = (kind: Follow['kind'], channel: string, subject: Follow['subject']): Follow => ({
    ...{ kind, subject, channel: channelRef(platform, channel), personId: 'U3', atMs: monthStartMs },
  });
  return [
    follow('follow', 'twice', { kind: 'story', id: 's3' }),
    follow('follow', 'twice', { kind: 'story', id: 's11' }),
    follow('follow', 'desk', { kind: 'watch', id: 'w1' }),
    follow('mute', 'twice', { kind: 'story', id: 's5' }),
    follow('mute', 'live', { kind: 'story', id: 's8' }),
  ];
}

export function monthAudit(platform: Platform, command: string, subject: string, atMs: number): AuditEntry {
  const { workspaceId } = channelRef(platform, subject);
  return { atMs, platform, workspaceId, personId: 'U1', command, subject, before: null, after: '{}' };
}
