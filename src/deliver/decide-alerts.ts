import type { Channel } from '../domain/channel.ts';
import type { Hold, OwedMessage } from '../domain/delivery.ts';
import type { StoryEntry } from '../domain/message-document.ts';
import type { Posting } from '../domain/posting.ts';
import { shortHash } from '../domain/text/short-hash.ts';
import type { AlertDecision } from '../ports/alert-store.ts';
import { alertReason } from './alert-reason.ts';
import type { FollowBook } from './follow-book.ts';
import type { AlertGroup } from './group-alerts.ts';
import type { SpentHit } from './judge-alerts.ts';
import { mergeMentions } from './merge-mentions.ts';
import { storiesToldUpTo, toldUpToOf } from './told-up-to.ts';

/** An alert with its stories written, in the order of `group.stories`. */
export interface WrittenAlert {
  readonly group: AlertGroup;
  readonly entries: readonly StoryEntry[];
}

export interface AlertSituation {
  readonly channel: Channel;
  readonly follows: FollowBook;
  readonly nowMs: number;
  /** When the quiet hours that hold now end; `null` when it is not quiet, or when somebody asked for it now. */
  readonly quietUntilMs: number | null;
}

/** The decision that tells these alerts and is done with the hits that are over. */
export function decideAlerts(
  situation: AlertSituation,
  alerts: readonly WrittenAlert[],
  spent: readonly SpentHit[],
): AlertDecision {
  return {
    channel: situation.channel.ref,
    decidedAtMs: situation.nowMs,
    told: alerts.flatMap(({ group }) =>
      group.hits.map(({ hit }) => ({ watchId: hit.watchId, sequence: hit.sequence })),
    ),
    notTold: spent.map(({ hit, reason }) => ({ watchId: hit.watchId, sequence: hit.sequence, reason })),
    messages: alerts.flatMap((alert) => messageOf(situation, alert)),
    postings: alerts.flatMap((alert) => postingsOf(situation, alert)),
    storiesToldUpTo: storiesToldUpTo(
      alerts.flatMap(({ group }) => group.stories.map(({ chosen }) => chosen)),
    ),
  };
}

function messageOf(situation: AlertSituation, { group, entries }: WrittenAlert): readonly OwedMessage[] {
  const [heading] = group.watches;
  if (!heading) return [];
  const hold = holdOf(situation, group);
  const stories = group.stories.flatMap(({ matched }, index) => {
    const story = entries[index];
    return story ? [{ story, matched, revised: null }] : [];
  });
  return [
    {
      key: keyOf(situation.channel, group),
      document: {
        kind: 'alert',
        watchId: heading.id,
        watchName: heading.name,
        reason: alertReason(group),
        stories,
      },
      threadOf: null,
      revises: null,
      mentions: mentionsOf(situation, group, hold),
      hold,
    },
  ];
}

/** An alert of one story is its item and its thread; one of several is only the thread of what comes later of them. */
function postingsOf({ channel, nowMs }: AlertSituation, { group }: WrittenAlert): readonly Posting[] {
  const key = keyOf(channel, group);
  return group.stories.map(({ chosen }) => ({
    channel: channel.ref,
    storyId: chosen.storyId,
    itemKey: group.stories.length === 1 ? key : null,
    threadKey: key,
    rank: 1,
    toldUpTo: toldUpToOf(chosen),
    postedAtMs: nowMs,
  }));
}

/** Of a message that comes in quiet hours, only those are called whose own watch is critical. */
function mentionsOf(
  { channel, follows, quietUntilMs }: AlertSituation,
  { watches, stories }: AlertGroup,
  hold: Hold | null,
): OwedMessage['mentions'] {
  const comesAtNight = quietUntilMs !== null && hold === null;
  const calling = comesAtNight ? watches.filter(({ isCritical }) => isCritical) : watches;
  return mergeMentions(
    ...calling.map(({ mentions }) => mentions),
    ...calling.map(({ id }) => follows.followersOf(channel.ref, { kind: 'watch', id })),
    ...stories.map(({ chosen }) => follows.followersOf(channel.ref, { kind: 'story', id: chosen.storyId })),
  );
}

/**
 * Of several watches the freest decides: a critical one does not wait for the morning. A digest's alert is decided when
 * its channel's digest is due, which is never in quiet hours, or when somebody asked for it now.
 */
function holdOf({ quietUntilMs }: AlertSituation, { watches, isRealtime }: AlertGroup): Hold | null {
  const firing = isRealtime ? watches.filter(({ cadence }) => cadence === 'realtime') : watches;
  const free = firing.filter(({ needsApproval }) => !needsApproval);
  if (free.length === 0) return { kind: 'approval' };
  if (!isRealtime || free.some(({ isCritical }) => isCritical)) return null;
  return quietUntilMs === null ? null : { kind: 'quiet', untilMs: quietUntilMs };
}

/** A hit is told once, so that its key stands once; the same decision made twice owes the same messages. */
function keyOf({ ref }: Channel, { hits }: AlertGroup): string {
  const told = hits.map(({ hit }) => [hit.watchId, hit.sequence]);
  return `a${shortHash(JSON.stringify([ref, told]))}`;
}
