import type { Article } from '../../../src/domain/article.ts';
import type { AuditEntry } from '../../../src/domain/audit.ts';
import type { ChannelSettings } from '../../../src/domain/channel.ts';
import type { ChannelRef, OwedMessage } from '../../../src/domain/delivery.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import type { Posting } from '../../../src/domain/posting.ts';
import type { SourceDefinition } from '../../../src/domain/source.ts';
import type { Watch, WatchHit } from '../../../src/domain/watch.ts';
import type { AlertDecision } from '../../../src/ports/alert-store.ts';
import type { KeepDecision } from '../../../src/ports/article-store.ts';
import type { DigestDecision } from '../../../src/ports/digest-store.ts';
import type { PollRecord } from '../../../src/ports/source-store.ts';
import { newComparison } from './new-comparison.ts';

export function sourceOf(id: string, over: Partial<SourceDefinition> = {}): SourceDefinition {
  return {
    id,
    name: `Source ${id}`,
    url: `https://${id}.example/feed`,
    tier: 'wire',
    lang: 'en',
    verified: false,
    ...over,
  };
}

export function entryOf(key: string, over: Partial<Entry> = {}): Entry {
  return {
    key,
    url: `https://news.example/${key}`,
    title: `Title of ${key}`,
    publishedAt: { epochMs: 500, precision: 'instant', basis: 'feed' },
    summary: 'A summary.',
    content: '',
    ...over,
  };
}

/** A poll at 1,000 ms that succeeded. */
export function pollOf(sourceId: string, over: Partial<PollRecord> = {}): PollRecord {
  return {
    sourceId,
    atMs: 1_000,
    nextPollAtMs: 2_000,
    problem: null,
    validators: null,
    entries: [],
    ...over,
  };
}

export function articleOf(id: string, over: Partial<Article> = {}): Article {
  return {
    id,
    url: `https://news.example/${id}`,
    title: `Title of ${id}`,
    publisher: 'The Example',
    publishedAt: { epochMs: 1_000, precision: 'instant', basis: 'feed' },
    lang: 'en',
    kind: 'report',
    tier: 'wire',
    sourceId: null,
    text: 'First sentence. Second sentence.',
    sentences: ['First sentence.', 'Second sentence.'],
    ...over,
  };
}

/** A decision that keeps article `id` without having compared it, kept at 5,000 ms. */
export function decisionOf(id: string, over: Partial<KeepDecision> = {}): KeepDecision {
  return {
    article: articleOf(id),
    relevance: null,
    comparison: null,
    storyId: null,
    keptAtMs: 5_000,
    canonicalUrl: `https://news.example/${id}`,
    textHash: `hash-${id}`,
    bands: [],
    sentenceTokens: [['first'], ['second']],
    titleTokens: ['title', id],
    entryId: null,
    corpusVersion: null,
    ...over,
  };
}

/** A decision that keeps article `id` as a report in a story. */
export function storyDecisionOf(id: string, storyId: string, over: Partial<KeepDecision> = {}): KeepDecision {
  return decisionOf(id, { storyId, comparison: newComparison, ...over });
}

export function channelOf(channelId: string): ChannelRef {
  return { platform: 'slack', workspaceId: 'T1', channelId };
}

/** Every day at 8:00 UTC, with nothing held back. */
export function channelSettingsOf(over: Partial<ChannelSettings> = {}): ChannelSettings {
  return {
    plan: { kind: 'times', weekday: [8 * 60], weekend: [8 * 60] },
    zone: 'UTC',
    quiet: null,
    style: 'full',
    maxStories: 5,
    threshold: 0,
    needsApproval: false,
    mentions: [],
    isPaused: false,
    language: 'en',
    ...over,
  };
}

/** A realtime watch on the channel C1, made at 7,000 ms. */
export function watchOf(id: string, over: Partial<Watch> = {}): Watch {
  return {
    id,
    name: `Watch ${id}`,
    query: '"entity list"',
    channel: channelOf('C1'),
    ownerId: 'U1',
    mentions: [],
    cadence: 'realtime',
    threshold: 0,
    needsApproval: false,
    isCritical: false,
    createdAtMs: 7_000,
    reportedAtMs: null,
    ...over,
  };
}

export function hitOf(watchId: string, sequence: number, over: Partial<WatchHit> = {}): WatchHit {
  return { watchId, sequence, storyId: 's1', atMs: 8_000, matched: ['Entity List'], ...over };
}

/** A hit as the message `alert` tells it. */
export function toldOf(watchId: string, sequence: number): AlertDecision['told'][number] {
  return { watchId, sequence, deliveryKey: 'alert' };
}

/** A change that U1 made in the workspace T1 at 7,500 ms. */
export function auditOf(command: string, over: Partial<AuditEntry> = {}): AuditEntry {
  return {
    atMs: 7_500,
    platform: 'slack',
    workspaceId: 'T1',
    personId: 'U1',
    command,
    subject: 'C1',
    before: null,
    after: '{}',
    ...over,
  };
}

export function messageOf(
  key: string,
  threadOf: string | null = null,
  over: Partial<OwedMessage> = {},
): OwedMessage {
  return {
    key,
    document: { kind: 'notice', heading: `Heading of ${key}`, paragraphs: [] },
    threadOf,
    revises: null,
    mentions: [],
    hold: null,
    ...over,
  };
}

/** Where a story stands: as item `item` in the thread of `head`, told up to 0. */
export function postingOf(channel: ChannelRef, storyId: string, over: Partial<Posting> = {}): Posting {
  return {
    channel,
    storyId,
    itemKey: 'item',
    threadKey: 'head',
    rank: 1,
    toldUpTo: 0,
    postedAtMs: 9_000,
    ...over,
  };
}

/** A decision at 9,000 ms for the slot 8,000 on a channel whose cursor stands at 0. */
export function digestOf(channel: ChannelRef, over: Partial<DigestDecision> = {}): DigestDecision {
  return {
    channel,
    toldUpToBefore: 0,
    toldUpTo: 0,
    slotMs: 8_000,
    decidedAtMs: 9_000,
    ...{ messages: [], notices: [], postings: [] },
    storiesToldUpTo: {},
    tellsSilence: false,
    ...over,
  };
}

/** A decision about hits at 9,000 ms that tells nothing. */
export function alertOf(channel: ChannelRef, over: Partial<AlertDecision> = {}): AlertDecision {
  return {
    channel,
    decidedAtMs: 9_000,
    told: [],
    notTold: [],
    ...{ messages: [], notices: [], postings: [] },
    storiesToldUpTo: {},
    ...over,
  };
}
