import type { Clock } from '../ports/clock.ts';
import type { ClaimedDelivery, DeliveryRecord, DeliveryStore } from '../ports/delivery-store.ts';
import type { Attempt, PublishOutcome } from '../ports/publisher.ts';
import { recordOfOutcome } from './record-of-outcome.ts';
import { type PublishTools, tryDelivery } from './try-delivery.ts';

/** After a crash the message waits so long before it is looked for. */
const leaseMs = 60_000;
/** No adapter takes longer for one request: what begins later may be answered after the claim has run out. */
const longestRequestMs = 25_000;
/** Enough that 500 channels are posted to in a minute by a platform that takes a second to answer. */
const senderCount = 16;
/** Longer than any pace of a channel, shorter than the time between two runs. */
const defaultPatienceMs = 30_000;
/** A moment that the store calls due and yet hands nothing out for must not be asked about in a busy loop. */
const leastNapMs = 50;

export interface SendTools extends PublishTools {
  readonly deliveries: DeliveryStore;
  readonly clock: Clock;
  /** Rejects when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface SendOptions {
  /** How long after the start what becomes due is waited for; 30 s without. */
  readonly patienceMs?: number;
  /** Aborted, no further message is claimed or waited for. */
  readonly signal?: AbortSignal;
}

export interface SendReport {
  readonly posted: number;
  readonly postponed: number;
  readonly dead: number;
}

/** What the senders of one run share. */
interface Run {
  readonly report: Record<keyof SendReport, number>;
  readonly patienceMs: number;
  readonly signal: AbortSignal;
  /** Ends the run for all senders. */
  readonly abort: () => void;
  /** Keys of the messages that this run is sending: a clock that jumps ahead must not hand one out twice. */
  readonly underWay: Set<string>;
  startedAtMs: number;
  nap: { readonly untilMs: number; readonly over: Promise<void> } | null;
}

/**
 * Sends what is owed, several channels at once, until nothing becomes due soon; the store keeps each channel's order.
 * Rejects with what the store rejects with, after every sender has finished its message: what was posted and could not
 * be recorded is found by its key next time.
 */
export async function sendDeliveries(tools: SendTools, options: SendOptions = {}): Promise<SendReport> {
  const failure = new AbortController();
  const run: Run = {
    report: { posted: 0, postponed: 0, dead: 0 },
    patienceMs: options.patienceMs ?? defaultPatienceMs,
    signal: AbortSignal.any(options.signal ? [options.signal, failure.signal] : [failure.signal]),
    abort: () => failure.abort(),
    underWay: new Set(),
    startedAtMs: tools.clock.nowMs(),
    nap: null,
  };
  await tools.deliveries.release(tools.clock.nowMs());
  // Mostly nothing waits; then one look is enough.
  if (!(await isWorthwhile(tools, run))) return run.report;
  const senders = Array.from({ length: senderCount }, () => sendUntilDone(tools, run));
  for (const outcome of await Promise.allSettled(senders)) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
  return run.report;
}

async function isWorthwhile({ deliveries, clock }: SendTools, { patienceMs }: Run): Promise<boolean> {
  const nowMs = clock.nowMs();
  const dueAtMs = await deliveries.nextDueAtMs(nowMs);
  return dueAtMs !== null && dueAtMs <= nowMs + patienceMs;
}

async function sendUntilDone(tools: SendTools, run: Run): Promise<void> {
  try {
    while (!run.signal.aborted) {
      const nowMs = tools.clock.nowMs();
      const claimed = await tools.deliveries.claimNext({ nowMs, leaseMs });
      if (claimed) await sendUnlessUnderWay(claimed, attemptFrom(nowMs, tools), tools, run);
      else if (!(await waitForMore(tools, run))) return;
    }
  } catch (error) {
    run.abort();
    throw error;
  }
}

/** What is under way is recorded by who sends it; this claim of it runs out by itself. */
async function sendUnlessUnderWay(
  claimed: ClaimedDelivery,
  attempt: Attempt,
  tools: SendTools,
  run: Run,
): Promise<void> {
  const { key } = claimed.delivery;
  if (run.underWay.has(key)) return;
  run.underWay.add(key);
  try {
    await sendOne(claimed, attempt, tools, run);
  } finally {
    run.underWay.delete(key);
  }
}

/** A stop of the run lets a message be finished: half of it would have to be looked for. */
function attemptFrom(claimedAtMs: number, { clock, wait }: SendTools): Attempt {
  const overAtMs = claimedAtMs + leaseMs - longestRequestMs;
  const { signal } = new AbortController();
  return { isOver: () => clock.nowMs() >= overAtMs, pause: (ms) => wait(ms, signal) };
}

async function sendOne(
  claimed: ClaimedDelivery,
  attempt: Attempt,
  tools: SendTools,
  run: Run,
): Promise<void> {
  const { delivery, mayBePosted } = claimed;
  const outcome = await tryDelivery(claimed, attempt, tools);
  const atMs = tools.clock.nowMs();
  const channelIntervalMs = tools.publishers.get(delivery.channel.platform)?.channelIntervalMs ?? 0;
  const record = recordOfOutcome(outcome, {
    ...{ number: delivery.attempts, atMs, channelIntervalMs, mayBePosted },
  });
  logTrouble(claimed, outcome, record, tools);
  await tools.deliveries.record(delivery.key, delivery.attempts, record);
  run.report[record.kind] += 1;
}

/** That a workspace is off is warned of once, by whoever finds it out; here it would be at every try. */
function logTrouble(
  { delivery: { key, attempts } }: ClaimedDelivery,
  outcome: PublishOutcome,
  record: DeliveryRecord,
  { log }: SendTools,
): void {
  if (record.kind === 'posted') return;
  const { kind, problem } = record;
  if (outcome.kind === 'off') log.info('Message waits for its workspace', { key, problem });
  else log.warn('Message could not be delivered', { key, attempts, outcome: kind, problem });
}

/** Waits until the next message is due; answers `false` when none is due soon. */
async function waitForMore(tools: SendTools, run: Run): Promise<boolean> {
  const nowMs = tools.clock.nowMs();
  const dueAtMs = await tools.deliveries.nextDueAtMs(nowMs);
  // A clock that was set back would else make everything due soon, for as long as it was set back.
  run.startedAtMs = Math.min(run.startedAtMs, nowMs);
  const patientUntilMs = run.startedAtMs + run.patienceMs;
  if (dueAtMs === null || dueAtMs > patientUntilMs || nowMs > patientUntilMs) return false;
  await napUntil(Math.max(dueAtMs, nowMs + leastNapMs), tools, run);
  return !run.signal.aborted;
}

/** The senders nap together: each would else ask the store on its own when it may go on. */
function napUntil(untilMs: number, tools: SendTools, run: Run): Promise<void> {
  if (run.nap && run.nap.untilMs <= untilMs) return run.nap.over;
  run.nap = { untilMs, over: takeNap(untilMs, tools, run) };
  return run.nap.over;
}

async function takeNap(untilMs: number, { wait, clock, deliveries }: SendTools, run: Run): Promise<void> {
  try {
    await wait(Math.max(0, untilMs - clock.nowMs()), run.signal);
  } catch (error) {
    if (!run.signal.aborted) throw error;
    return;
  } finally {
    if (run.nap?.untilMs === untilMs) run.nap = null;
  }
  await deliveries.release(clock.nowMs());
}
