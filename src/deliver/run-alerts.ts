import type { Channel } from '../domain/channel.ts';
import { channelKey } from '../domain/channel-key.ts';
import { quietUntilMs } from '../domain/quiet-hours.ts';
import type { AlertDecision, AlertStore, PendingAlert } from '../ports/alert-store.ts';
import type { ChannelStore } from '../ports/channel-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { FollowStore } from '../ports/follow-store.ts';
import type { Schedule } from '../ports/schedule.ts';
import { type AlertSituation, decideAlerts, type WrittenAlert } from './decide-alerts.ts';
import { openFollowBook } from './follow-book.ts';
import { type AlertGroup, groupAlerts } from './group-alerts.ts';
import { judgeAlerts } from './judge-alerts.ts';
import { isInScope, type RunScope, slotToActOn } from './run-scope.ts';
import { type FollowerTools, readTelling } from './tell-followers.ts';
import {
  deskOf,
  type WritingDesk,
  type WritingSettings,
  type WritingTools,
  writeStory,
} from './write-story.ts';

export interface AlertTools extends WritingTools, FollowerTools {
  readonly alerts: AlertStore;
  readonly channels: ChannelStore;
  readonly follows: FollowStore;
  readonly schedule: Schedule;
  readonly clock: Clock;
}

/**
 * Decides about the hits of all watches, channel by channel. Those that wait for a digest are told when the channel's is
 * due: this must run before the digests of the same scope, which use up the slot and would tell the stories themselves.
 */
export async function runAlerts(
  tools: AlertTools,
  settings: WritingSettings,
  scope: RunScope = { dueOnly: true },
): Promise<void> {
  const pending = (await tools.alerts.pending()).filter(({ watch }) => isInScope(watch.channel, scope));
  if (pending.length === 0) return;
  const nowMs = tools.clock.nowMs();
  const follows = openFollowBook(await tools.follows.list());
  const desk = deskOf(tools, settings);
  const byChannel = Map.groupBy(pending, ({ watch }) => channelKey(watch.channel));
  for (const channel of await tools.channels.list()) {
    const own = byChannel.get(channelKey(channel.ref)) ?? [];
    if (own.length === 0) continue;
    const digestIsDue = slotToActOn(channel, tools.schedule, scope, nowMs) !== null;
    const quietEndsMs = scope.dueOnly
      ? quietUntilMs(channel.settings.quiet, channel.settings.zone, nowMs)
      : null;
    const telling = await readTelling(channel.ref, tools);
    const situation = { channel, follows, telling, nowMs, quietUntilMs: quietEndsMs };
    const decision = await decideChannel(situation, own, digestIsDue, desk);
    if (decision) await commit(channel, decision, tools);
  }
}

/** `null` while all that there is waits for the digest. */
async function decideChannel(
  situation: AlertSituation,
  pending: readonly PendingAlert[],
  digestIsDue: boolean,
  desk: WritingDesk,
): Promise<AlertDecision | null> {
  const { tellable, spent } = judgeAlerts(pending, situation.follows, situation.nowMs);
  const groups = groupAlerts(tellable, digestIsDue);
  if (groups.length === 0 && spent.length === 0) return null;
  const alerts: WrittenAlert[] = [];
  for (const group of groups) alerts.push({ group, entries: await writeStories(group, desk) });
  return decideAlerts(situation, alerts, spent);
}

async function writeStories({ stories }: AlertGroup, desk: WritingDesk) {
  const entries = [];
  for (const { chosen } of stories) entries.push(await writeStory(chosen, desk));
  return entries;
}

async function commit(channel: Channel, decision: AlertDecision, { alerts, log }: AlertTools): Promise<void> {
  const outcome = await alerts.commit(decision);
  log.info('Alerts decided', {
    channelId: channel.ref.channelId,
    messages: decision.messages.length,
    told: decision.told.length,
    notTold: decision.notTold.length,
    outcome,
  });
}
