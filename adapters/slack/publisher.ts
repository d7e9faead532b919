import { channelKey } from '../../src/domain/channel-key.ts';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { Log } from '../../src/ports/log.ts';
import type {
  Attempt,
  OutgoingMessage,
  PostedMessage,
  Publisher,
  PublishOutcome,
  SoughtMessage,
} from '../../src/ports/publisher.ts';
import { findParts, oldestTsOf } from './find-parts.ts';
import { isForChannel } from './publish-broadcast.ts';
import { createPartMemo, type PartMemo } from './publish-memo.ts';
import { admissionOf, outcomeOfFailure, outcomeOfSearch } from './publish-outcomes.ts';
import { postParts } from './publish-parts.ts';
import { rewriteParts } from './publish-revision.ts';
import { createReach, permalinkOf, type SlackTarget } from './publish-target.ts';
import type { Readings } from './read-pages.ts';
import { slackRenderer } from './renderer.ts';
import type { SlackClients } from './web-client.ts';

export interface SlackPublisherOptions {
  readonly clients: SlackClients;
  readonly log: Log;
}

/** docs.slack.dev/apis/web-api/rate-limits: one message a second and channel, with short bursts. */
const channelIntervalMs = 1_000;

/**
 * Posts to Slack. A delivery may take several messages: each carries its key and number, and the first says how many
 * there are. Only when all of them stand is the delivery found; where some do, `find` answers that it is absent and remembers
 * them, and the `publish` that follows posts those that are missing.
 */
export function createSlackPublisher({ clients, log }: SlackPublisherOptions): Publisher {
  const reach = createReach(clients);
  const memo = createPartMemo();
  const underWay = new Map<string, Promise<PublishOutcome>>();
  const tools = { memo, readings: new Map(), log };

  async function post(message: OutgoingMessage, place: string, attempt: Attempt): Promise<PublishOutcome> {
    const { document, threadMessageId, channel } = message;
    const outcome = await reach.at(channel, attempt, async (target) => {
      const payloads = slackRenderer.render(document, message);
      const posted = await postParts(
        target,
        { payloads, threadTs: threadMessageId, isForChannel: isForChannel(document), channelIntervalMs },
        memo.partsOf(place),
        (part, ts) => memo.add(place, [[part, ts]]),
      );
      return posted.kind === 'posted' ? postedAs(target, posted.ts, threadMessageId) : posted;
    });
    return outcome.kind === 'posted' ? outcome : outcomeOfFailure(outcome, memo.partsOf(place).size > 0);
  }

  return {
    platform: 'slack',
    channelIntervalMs,
    publish(message, attempt) {
      const place = placeOf(message.channel, message.key);
      const posting =
        underWay.get(place) ?? post(message, place, attempt).finally(() => void underWay.delete(place));
      underWay.set(place, posting);
      return posting;
    },
    async revise(messageId, message, attempt) {
      const { document, threadMessageId, channel } = message;
      const outcome = await reach.at(channel, attempt, async (target) => {
        const payloads = slackRenderer.render(document, message);
        const revision = { ts: messageId, threadTs: threadMessageId, payloads, channelIntervalMs };
        const rewritten = await rewriteParts(target, revision);
        return rewritten.kind === 'posted' ? postedAs(target, rewritten.ts, threadMessageId) : rewritten;
      });
      return outcome.kind === 'posted' ? outcome : outcomeOfFailure(outcome, false);
    },
    async find(sought, attempt) {
      const found = await reach.at(sought.channel, attempt, (target) => lookFor(sought, target, tools));
      return found.kind === 'posted' || found.kind === 'absent' ? found : outcomeOfSearch(found);
    },
    async admissionTo({ workspaceId }) {
      const failure = await reach.letsIn(workspaceId);
      return failure === null ? { kind: 'admitted' } : admissionOf(failure);
    },
  };
}

interface SearchTools {
  readonly memo: PartMemo;
  readonly readings: Readings;
  readonly log: Log;
}

/** A delivery of which not all stands is absent; what stands of it is remembered. */
async function lookFor(sought: SoughtMessage, target: SlackTarget, { memo, readings, log }: SearchTools) {
  const { key, channel, threadMessageId, attempts, sinceMs } = sought;
  const search = { reader: { key, attempts }, oldestTs: oldestTsOf(sinceMs), readings };
  const found = await findParts(target, search, threadMessageId);
  if (found.kind !== 'found') return found;
  memo.add(placeOf(channel, key), found.parts);
  const first = found.parts.get(1);
  const isWhole = found.parts.size >= found.expected;
  if (first !== undefined && isWhole) return postedAs(target, first, threadMessageId);
  if (found.parts.size > 0) {
    log.info('A message was posted in part', { key, parts: found.parts.size, expected: found.expected });
  }
  return { kind: 'absent' } as const;
}

function placeOf(channel: ChannelRef, key: string): string {
  return `${channelKey(channel)} ${key}`;
}

function postedAs(target: SlackTarget, ts: string, threadTs: string | null): PostedMessage {
  return { kind: 'posted', messageId: ts, permalink: permalinkOf(target, ts, threadTs) };
}
