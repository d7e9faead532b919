import { onTestFinished } from 'vitest';
import { readDeliveryMetadata } from '../../../../adapters/slack/delivery-metadata.ts';
import { createSlackPublisher } from '../../../../adapters/slack/publisher.ts';
import { createSlackClient } from '../../../../adapters/slack/web-client.ts';
import type { ChannelRef } from '../../../../src/domain/delivery.ts';
import type { NoticeDocument } from '../../../../src/domain/message-document.ts';
import type { OutgoingMessage, Publisher, PublishOutcome } from '../../../../src/ports/publisher.ts';
import { RecordingLog } from '../../../fakes/recording-log.ts';
import { type SimplePublisher, simply } from '../../../fakes/simple-publisher.ts';
import { type FakeSlack, startFakeSlack } from '../../../fakes/slack/fake-slack.ts';
import type { FakeSlackOptions, SlackMishap } from '../../../fakes/slack/options.ts';
import { noticeDocument } from '../../../fixtures/documents.ts';

export const news: ChannelRef = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };

export interface SlackBench {
  readonly slack: FakeSlack;
  readonly publisher: SimplePublisher;
  /** As the outbox has it. */
  readonly raw: Publisher;
  readonly log: RecordingLog;
  /** What goes wrong with the next requests that change messages, one each; nothing once it is empty. */
  readonly mishaps: (SlackMishap | null)[];
  /** A publisher that knows nothing of what was posted, as after a restart. */
  restarted(): SimplePublisher;
  /** `KEY` or `KEY/PART` of what stands, in the order of posting, with ` in TS` behind what is in a thread. */
  standing(): readonly string[];
}

/** A publisher on a fake Slack of its own. */
export async function slackBench(options: FakeSlackOptions = {}): Promise<SlackBench> {
  const mishaps: (SlackMishap | null)[] = [];
  const slack = await startFakeSlack({
    // Nobody here takes events: what people say need not wait for that.
    ackDeadlineMs: 1,
    ...options,
    nextMishap: () => mishaps.shift() ?? null,
  });
  onTestFinished(() => slack.stop());
  const log = new RecordingLog();
  const client = createSlackClient('xoxb-1', { apiUrl: slack.apiUrl, log });
  const clients = { of: async (workspaceId: string) => (workspaceId === 'T1' ? client : null) };
  const raw = createSlackPublisher({ clients, log });
  const restarted = () => simply(createSlackPublisher({ clients, log }));
  return { slack, raw, publisher: simply(raw), log, mishaps, restarted, standing: () => standingOn(slack) };
}

function standingOn({ messages }: FakeSlack): readonly string[] {
  return messages.map(({ metadata, thread_ts, ts }) => {
    const delivery = readDeliveryMetadata(metadata);
    const part = delivery && delivery.part > 1 ? `/${delivery.part}` : '';
    const thread = thread_ts === undefined || thread_ts === ts ? '' : ` in ${thread_ts}`;
    return `${delivery?.key ?? 'nobody'}${part}${thread}`;
  });
}

export function messageOf(key: string, changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    ...{
      key,
      channel: news,
      document: noticeDocument(),
      mentions: [],
      language: 'en',
      threadMessageId: null,
    },
    ...changes,
  };
}

/** A notice that takes so many messages. */
export function noticeOf(messages: number): NoticeDocument {
  const paragraphs = Array.from(
    { length: messages * 4 - 1 },
    (_, index) => `${index} ${'word '.repeat(550)}.`,
  );
  return noticeDocument({ heading: `A notice of ${messages}`, paragraphs });
}

/** Id of a message that was posted. */
export function idOf(outcome: PublishOutcome): string {
  if (outcome.kind !== 'posted') throw new Error(`Not posted: ${outcome.problem}`);
  return outcome.messageId;
}
