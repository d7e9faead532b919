import type { ChannelRef, Platform } from '../../src/domain/delivery.ts';
import type { FindOutcome, OutgoingMessage, Publisher, PublishOutcome } from '../../src/ports/publisher.ts';

export interface RecordedMessage extends OutgoingMessage {
  readonly messageId: string;
}

/** A platform in memory. Remembers what was posted, and answers as it is told to. */
export interface RecordingPublisher extends Publisher {
  /** What stands in the channels, in the order of posting. */
  readonly posted: readonly RecordedMessage[];
  /** Every call of `publish`, those that posted nothing included. */
  readonly attempts: readonly OutgoingMessage[];
  /** The next `publish` posts nothing and answers so. */
  failNext(outcome: Exclude<PublishOutcome, { kind: 'posted' }>): void;
  /** The next `publish` posts, but its answer is lost: the outcome is `unknown`. */
  loseNextAnswer(): void;
  /** `find` answers so from now on, `null` for the truth. */
  answerFindWith(outcome: FindOutcome | null): void;
}

type Script = 'lost' | Exclude<PublishOutcome, { kind: 'posted' }>;

export function createRecordingPublisher(platform: Platform = 'console'): RecordingPublisher {
  const posted: RecordedMessage[] = [];
  const attempts: OutgoingMessage[] = [];
  const script: Script[] = [];
  let findAnswer: FindOutcome | null = null;

  function standing(key: string, { workspaceId, channelId }: ChannelRef): RecordedMessage | undefined {
    return posted.find(
      (message) =>
        message.key === key &&
        message.channel.workspaceId === workspaceId &&
        message.channel.channelId === channelId,
    );
  }

  function post(message: OutgoingMessage): PublishOutcome {
    const already = standing(message.key, message.channel);
    if (already) return { kind: 'posted', messageId: already.messageId };
    const messageId = `message-${posted.length + 1}`;
    posted.push({ ...message, messageId });
    return { kind: 'posted', messageId };
  }

  return {
    platform,
    posted,
    attempts,
    failNext: (outcome) => void script.push(outcome),
    loseNextAnswer: () => void script.push('lost'),
    answerFindWith: (outcome) => {
      findAnswer = outcome;
    },
    publish: async (message) => {
      attempts.push(message);
      const planned = script.shift();
      if (planned === undefined) return post(message);
      if (planned !== 'lost') return planned;
      post(message);
      return { kind: 'unknown', problem: 'The connection was reset before the platform answered.' };
    },
    find: async (key, channel) => {
      if (findAnswer) return findAnswer;
      const message = standing(key, channel);
      return message ? { kind: 'posted', messageId: message.messageId } : { kind: 'absent' };
    },
  };
}
