import type { SlackPayload } from './block-types.ts';
import { deliveryMetadata, readDeliveryMetadata } from './delivery-metadata.ts';
import { deliveryAt, findLaterParts } from './find-parts.ts';
import { callWithin } from './publish-call.ts';
import type { StandingParts } from './publish-memo.ts';
import { type PostedParts, postMessage } from './publish-parts.ts';
import type { SlackTarget } from './publish-target.ts';
import { type SlackAnswer, valueIn } from './slack-call.ts';
import type { SlackFailure } from './slack-errors.ts';

export interface Revision {
  /** `ts` of the delivery's first message. */
  readonly ts: string;
  /** Of the thread that it is in; `null` for a message of the channel. */
  readonly threadTs: string | null;
  readonly payloads: readonly SlackPayload[];
  /** So far apart are messages that are added. */
  readonly channelIntervalMs: number;
}

/**
 * Rewrites the messages of a delivery in their places. What rides on the first says which delivery it is and how many
 * messages it has: Slack keeps it when a message is updated without any (docs.slack.dev/reference/methods/chat.update).
 * Where there are more messages now, those go into the thread; those that are too many are deleted. The count on the
 * first is never less than what stands, so that whoever does all of this again finds the rest.
 */
export async function rewriteParts(
  target: SlackTarget,
  revision: Revision,
): Promise<PostedParts | SlackFailure> {
  const { ts, threadTs, payloads } = revision;
  const [first] = payloads;
  if (!first) return { kind: 'unknown', problem: 'The message is empty.' };
  const updated = await update(target, ts, first);
  if (updated.kind !== 'answered') return updated;
  const delivery = ridingOn(updated) ?? (await deliveryAt(target, ts, threadTs));
  if (delivery && 'problem' in delivery) return delivery;
  const isOneMessage = payloads.length === 1 && (delivery?.parts ?? 1) === 1;
  const failure = delivery && !isOneMessage ? await rewriteRest(target, revision, delivery) : null;
  return failure ?? { kind: 'posted', ts };
}

/** All but the first message, and how many there are. */
async function rewriteRest(
  target: SlackTarget,
  { ts, threadTs, payloads, channelIntervalMs }: Revision,
  { key, parts }: { readonly key: string; readonly parts: number },
): Promise<SlackFailure | null> {
  const [first, ...later] = payloads;
  if (first && payloads.length > parts) {
    const counted = await update(target, ts, first, deliveryMetadata(key, 1, payloads.length));
    if (counted.kind !== 'answered') return counted;
  }
  const root = threadTs ?? ts;
  const found = await findLaterParts(target, key, { root, firstTs: ts });
  if (found.kind !== 'found') return found;
  return (
    (await rewriteLater(target, { key, later, root, standing: found.parts, channelIntervalMs })) ??
    (await deleteSurplus(target, payloads.length, found.parts))
  );
}

/** Slack's answer to an update holds the metadata, or does not: that is documented nowhere. */
function ridingOn({ body }: SlackAnswer) {
  return readDeliveryMetadata(valueIn(valueIn(body, 'message'), 'metadata'));
}

interface LaterParts {
  readonly key: string;
  readonly later: readonly SlackPayload[];
  readonly root: string;
  readonly standing: StandingParts;
  readonly channelIntervalMs: number;
}

/** Each message after the first is updated where it stands, and posted where it does not. */
async function rewriteLater(
  target: SlackTarget,
  { key, later, root, standing, channelIntervalMs }: LaterParts,
): Promise<SlackFailure | null> {
  for (const [index, payload] of later.entries()) {
    const ts = standing.get(index + 2);
    await target.attempt.pause(channelIntervalMs);
    const metadata = deliveryMetadata(key, index + 2, later.length + 1);
    const done =
      ts === undefined
        ? await postMessage(target, { ...payload, metadata }, root, false)
        : await update(target, ts, payload);
    if (typeof done !== 'string' && done.kind !== 'answered') return done;
  }
  return null;
}

async function deleteSurplus(
  target: SlackTarget,
  count: number,
  standing: StandingParts,
): Promise<SlackFailure | null> {
  for (const [part, ts] of standing) {
    if (part <= count) continue;
    const answer = await callWithin(target, 'chat.delete', { channel: target.channelId, ts });
    const isGone = answer.kind === 'refused' && answer.code === 'message_not_found';
    if (answer.kind !== 'answered' && !isGone) return answer;
  }
  return null;
}

/** Without `metadata`, what rides on the message stays. It takes less than chat.postMessage does. */
function update(
  target: SlackTarget,
  ts: string,
  { text, blocks }: SlackPayload,
  metadata?: object,
): Promise<SlackAnswer | SlackFailure> {
  return callWithin(target, 'chat.update', {
    ...{ channel: target.channelId, ts, text, blocks, parse: 'none', link_names: false },
    ...(metadata ? { metadata } : {}),
  });
}
