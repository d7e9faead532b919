import { channelKey } from '../domain/channel-key.ts';
import type { Delivery } from '../domain/delivery.ts';
import { type Finding, failed, passed } from '../domain/finding.ts';
import { isStuck, problemOf } from './undelivered.ts';

/**
 * What the outbox holds that did not reach its channel. A message that was given up needs attention until its channel
 * got a later one: then what kept it back is over.
 */
export function deliveryFindings(newestFirst: readonly Delivery[]): readonly Finding[] {
  const findings = newestFirst.flatMap((delivery) => findingOn(delivery, newestFirst) ?? []);
  return findings.length > 0 ? findings : [passed('deliveries', 'none failed')];
}

function findingOn(delivery: Delivery, all: readonly Delivery[]): Finding | null {
  const check = `delivery ${delivery.key}`;
  if (isStuck(delivery)) {
    const advice = 'Mend that; the bot tries again by itself, and the later messages of the channel wait.';
    return failed(check, problemOf(delivery), advice);
  }
  if (delivery.state !== 'dead') return null;
  return hasLaterPosted(delivery, all)
    ? passed(check, `it was given up (${problemOf(delivery)}), and later ones were posted`)
    : failed(check, problemOf(delivery), 'Mend that for the next messages; this one was given up.');
}

function hasLaterPosted({ channel, sequence }: Delivery, all: readonly Delivery[]): boolean {
  return all.some(
    (other) =>
      other.state === 'posted' &&
      other.sequence > sequence &&
      channelKey(other.channel) === channelKey(channel),
  );
}
