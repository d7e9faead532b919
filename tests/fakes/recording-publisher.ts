import type { ChannelRef, Platform } from '../../src/domain/delivery.ts';
import type {
  Admission,
  FindOutcome,
  OutgoingMessage,
  PostedMessage,
  Publisher,
  PublishOutcome,
  SoughtMessage,
} from '../../src/ports/publisher.ts';

export interface RecordedMessage extends OutgoingMessage {
  readonly messageId: string;
}

/** A rewriting of a message. */
export interface RecordedRevision extends OutgoingMessage {
  readonly revisedMessageId: string;
}

/** A platform in memory. Remembers what was posted, and answers as it is told to. */
export interface RecordingPublisher extends Publisher {
  /** What stands in the channels, in the order of posting, each with the document that stands there now. */
  readonly posted: readonly RecordedMessage[];
  /** Every call of `publish`, those that posted nothing included. */
  readonly attempts: readonly OutgoingMessage[];
  /** Every call of `revise`, those that rewrote nothing included. */
  readonly revisions: readonly RecordedRevision[];
  /** Every key that was looked for. */
  readonly searches: readonly string[];
  /** The same, whole. */
  readonly sought: readonly SoughtMessage[];
  /** The next `publish` or `revise` posts nothing and answers so. */
  failNext(outcome: Exclude<PublishOutcome, { kind: 'posted' }>): void;
  /** The next `publish` or `revise` is carried out, but its answer is lost: the outcome is `unknown`. */
  loseNextAnswer(): void;
  /** `find` answers so from now on, `null` for the truth. */
  answerFindWith(outcome: FindOutcome | null): void;
  /** Workspaces let the bot in so from now on. */
  admitAs(admission: Admission): void;
  /** Somebody deletes a message. */
  takeAway(messageId: string): void;
}

type Script = 'lost' | Exclude<PublishOutcome, { kind: 'posted' }>;

export function createRecordingPublisher(
  platform: Platform = 'console',
  { channelIntervalMs = 0 }: { readonly channelIntervalMs?: number } = {},
): RecordingPublisher {
  const posted: RecordedMessage[] = [];
  const attempts: OutgoingMessage[] = [];
  const revisions: RecordedRevision[] = [];
  const sought: SoughtMessage[] = [];
  const script: Script[] = [];
  let admission: Admission = { kind: 'admitted' };
  let findAnswer: FindOutcome | null = null;

  function asPlanned(work: () => PublishOutcome): PublishOutcome {
    const planned = script.shift();
    if (planned === undefined) return work();
    if (planned !== 'lost') return planned;
    work();
    const problem = 'The connection was reset before the platform answered.';
    return { kind: 'unknown', retryAfterMs: null, problem };
  }

  return {
    platform,
    channelIntervalMs,
    posted,
    attempts,
    revisions,
    get searches() {
      return sought.map(({ key }) => key);
    },
    sought,
    failNext: (outcome) => void script.push(outcome),
    loseNextAnswer: () => void script.push('lost'),
    answerFindWith: (outcome) => {
      findAnswer = outcome;
    },
    admitAs: (next) => {
      admission = next;
    },
    takeAway: (messageId) => void posted.splice(placeOf(posted, messageId), 1),
    publish: async (message) => {
      attempts.push(message);
      return asPlanned(() => post(posted, message));
    },
    revise: async (revisedMessageId, message) => {
      revisions.push({ ...message, revisedMessageId });
      return asPlanned(() => rewrite(posted, revisedMessageId, message));
    },
    admissionTo: async () => admission,
    find: async (one) => {
      const { key, channel } = one;
      sought.push(one);
      if (findAnswer) return findAnswer;
      const message = posted.find((other) => isSame(other, key, channel));
      return message ? postedAs(message) : { kind: 'absent' };
    },
  };
}

function post(posted: RecordedMessage[], message: OutgoingMessage): PublishOutcome {
  const already = posted.find((other) => isSame(other, message.key, message.channel));
  if (already) return postedAs(already);
  const recorded = { ...message, messageId: `message-${posted.length + 1}` };
  posted.push(recorded);
  return postedAs(recorded);
}

function rewrite(
  posted: RecordedMessage[],
  messageId: string,
  { document, mentions }: OutgoingMessage,
): PublishOutcome {
  const index = placeOf(posted, messageId);
  const standing = posted[index];
  if (!standing) return { kind: 'gone', problem: `The message ${messageId} is gone.` };
  posted[index] = { ...standing, document, mentions };
  return postedAs(standing);
}

function placeOf(posted: readonly RecordedMessage[], messageId: string): number {
  return posted.findIndex((message) => message.messageId === messageId);
}

function isSame(message: OutgoingMessage, key: string, { workspaceId, channelId }: ChannelRef): boolean {
  const { channel } = message;
  return message.key === key && channel.workspaceId === workspaceId && channel.channelId === channelId;
}

function postedAs({ messageId }: RecordedMessage): PostedMessage {
  return { kind: 'posted', messageId, permalink: `https://platform.example/${messageId}` };
}
