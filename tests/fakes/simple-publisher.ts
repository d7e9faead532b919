import type { ChannelRef } from '../../src/domain/delivery.ts';
import type {
  Attempt,
  FindOutcome,
  OutgoingMessage,
  Publisher,
  PublishOutcome,
} from '../../src/ports/publisher.ts';
import { endlessAttempt } from './endless-attempt.ts';

/** A publisher for tests that are not about attempts: each call is one of its own, without an end. */
export interface SimplePublisher extends Pick<Publisher, 'platform' | 'channelIntervalMs' | 'admissionTo'> {
  publish(message: OutgoingMessage, attempt?: Attempt): Promise<PublishOutcome>;
  revise(messageId: string, message: OutgoingMessage, attempt?: Attempt): Promise<PublishOutcome>;
  /** `sinceMs` 0: whenever it was posted. */
  find(
    key: string,
    channel: ChannelRef,
    threadMessageId: string | null,
    sinceMs?: number,
    attempt?: Attempt,
  ): Promise<FindOutcome>;
}

export function simply(publisher: Publisher): SimplePublisher {
  let attempts = 0;
  return {
    platform: publisher.platform,
    channelIntervalMs: publisher.channelIntervalMs,
    admissionTo: (workspace) => publisher.admissionTo(workspace),
    publish: (message, attempt = endlessAttempt) => publisher.publish(message, attempt),
    revise: (messageId, message, attempt = endlessAttempt) => publisher.revise(messageId, message, attempt),
    find(key, channel, threadMessageId, sinceMs = 0, attempt = endlessAttempt) {
      attempts += 1;
      return publisher.find({ key, channel, threadMessageId, sinceMs, attempts }, attempt);
    },
  };
}
