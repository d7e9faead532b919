import type { Channel } from '../domain/channel.ts';
import type { Hold, OwedMessage, OwedNotice } from '../domain/delivery.ts';
import type { AlertDocument, StoryEntry } from '../domain/message-document.ts';
import type { Posting } from '../domain/posting.ts';
import { shortHash } from '../domain/text/short-hash.ts';
import type { Watch } from '../domain/watch.ts';
import type { AlertDecision } from '../ports/alert-store.ts';
import { alertReason } from './alert-reason.ts';
import type { FollowBook } from './follow-book.ts';
import type { AlertGroup } from './group-alerts.ts';
import type { SpentHit } from './judge-alerts.ts';
import { mergeMentions } from './merge-mentions.ts';
import { type FollowerTelling, mentionsFor, noticesOf } from './tell-followers.ts';
import { storiesToldUpTo, toldUpToOf } from './told-up-to.ts';

/** An alert with its stories written, in the order of `group.stories`. */
export interface WrittenAlert {
  readonly group: AlertGroup;
  readonly entries: readonly StoryEntry[];
}

export interface AlertSituation {
  readonly channel: Channel;
  readonly follows: FollowBook;
  readonly telling: FollowerTelling;
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
  const told = alerts.flatMap((alert) => tell(situation, alert));
  return {
    channel: situation.channel.ref,
    decidedAtMs: situation.nowMs,
    told: alerts.flatMap(({ group }) =>
      group.hits.map(({ hit }) => ({
        watchId: hit.watchId,
        sequence: hit.sequence,
        deliveryKey: keyOf(situation.channel, group),
      })),
    ),
    notTold: spent.map(({ hit, reason }) => ({ watchId: hit.watchId, sequence: hit.sequence, reason })),
    messages: told.map(({ message }) => message),
    notices: told.flatMap(({ notices }) => notices),
    postings: alerts.flatMap((alert) => postingsOf(situation, alert)),
    storiesToldUpTo: storiesToldUpTo(
      alerts.flatMap(({ group }) => group.stories.map(({ chosen }) => chosen)),
    ),
  };
}

interface ToldAlert {
  readonly message: OwedMessage;
  readonly notices: readonly OwedNotice[];
}

/** Nothing where no watch speaks. */
function tell(situation: AlertSituation, alert: WrittenAlert): readonly ToldAlert[] {
  const { channel, telling } = situation;
  const [heading] = alert.group.watches;
  if (!heading) return [];
  const hold = holdOf(situation, alert.group);
  const { mentions, followed } = hearersOf(situation, alert, hold);
  const message: OwedMessage = {
    key: keyOf(channel, alert.group),
    document: documentOf(heading, alert),
    threadOf: null,
    revises: null,
    mentions,
    hold,
  };
  return [{ message, notices: noticesOf(message, followed, channel.ref, telling) }];
}

function documentOf({ id, name }: Watch, { group, entries }: WrittenAlert): AlertDocument {
  const stories = group.stories.flatMap(({ matched }, index) => {
    const story = entries[index];
    return story ? [{ story, matched, revised: null }] : [];
  });
  return { kind: 'alert', watchId: id, watchName: name, reason: alertReason(group), stories };
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

/** Of a message that comes in quiet hours, only those hear whose own watch is critical, and who follow a story. */
function hearersOf(
  { channel, follows, telling, quietUntilMs }: AlertSituation,
  { group: { watches }, entries }: WrittenAlert,
  hold: Hold | null,
) {
  const comesAtNight = quietUntilMs !== null && hold === null;
  const calling = comesAtNight ? watches.filter(({ isCritical }) => isCritical) : watches;
  const ofWatches = calling.flatMap(({ id }) => follows.followersOf(channel.ref, { kind: 'watch', id }));
  const ofStory = ({ storyId }: StoryEntry) =>
    follows.followersOf(channel.ref, { kind: 'story', id: storyId });
  const everybody = [...ofWatches, ...entries.flatMap(ofStory)];
  return {
    mentions: mergeMentions(...calling.map(({ mentions }) => mentions), mentionsFor(everybody, telling.by)),
    followed: entries.map((story) => ({ story, followers: [...ofWatches, ...ofStory(story)] })),
  };
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
