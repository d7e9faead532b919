import { Agent, request as startRequest } from 'node:http';
import type { Platform } from '../../src/domain/delivery.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type {
  FindOutcome,
  OutgoingMessage,
  PostedMessage,
  Publisher,
  PublishOutcome,
} from '../../src/ports/publisher.ts';
import type {
  EditRequest,
  LookupAnswer,
  LookupRequest,
  MessageAnswer,
  PostRequest,
} from './fake-platform-api.ts';

export interface FakePlatformPublisherOptions {
  /** Of the fake platform: `http://127.0.0.1:49152`. */
  readonly url: string;
  /** As which platform the channels know it. */
  readonly platform: Platform;
  readonly clock: Clock;
}

export interface FakePlatformPublisher extends Publisher {
  /** Ends its connections. */
  stop(): void;
}

interface Answer {
  readonly status: number;
  readonly retryAfterMs: number | null;
  readonly body: string;
}

/**
 * Posts to a fake platform over HTTP. It knows what it posted itself, as Discord does by its nonce; of what an earlier
 * process posted, only the platform's history tells.
 */
export function createFakePlatformPublisher(options: FakePlatformPublisherOptions): FakePlatformPublisher {
  const agent = new Agent({ keepAlive: true });
  const posts = new Map<string, Promise<PublishOutcome>>();
  const ask = (path: string, body: PostRequest | EditRequest | LookupRequest) =>
    askPlatform(`${options.url}${path}`, body, agent);

  async function change(path: '/post' | '/edit', body: PostRequest | EditRequest): Promise<PublishOutcome> {
    try {
      return outcomeOf(await ask(path, body));
    } catch (error) {
      return { kind: 'unknown', retryAfterMs: null, problem: problemOf(error) };
    }
  }

  async function publish(message: OutgoingMessage): Promise<PublishOutcome> {
    const { key, channel, document, mentions, threadMessageId } = message;
    const place = JSON.stringify([channel, key]);
    const posting =
      posts.get(place) ??
      change('/post', {
        ...{ key, channelId: channel.channelId, threadMessageId, document, mentions },
        atMs: options.clock.nowMs(),
      });
    posts.set(place, posting);
    const outcome = await posting;
    if (outcome.kind !== 'posted') posts.delete(place);
    return outcome;
  }

  return {
    platform: options.platform,
    channelIntervalMs: 1_000,
    publish,
    revise: (messageId, { channel, document, mentions }) =>
      change('/edit', {
        ...{ channelId: channel.channelId, messageId, document, mentions },
        atMs: options.clock.nowMs(),
      }),
    admissionTo: async () => ({ kind: 'admitted' }),
    async find({ key, channel: { channelId }, threadMessageId }): Promise<FindOutcome> {
      try {
        const { status, body } = await ask('/lookup', { channelId, key, threadMessageId });
        if (status !== 200)
          return { kind: 'unknown', retryAfterMs: null, problem: `The platform answered ${status}.` };
        const { found }: LookupAnswer = JSON.parse(body);
        return found ? postedOf(found) : { kind: 'absent' };
      } catch (error) {
        return { kind: 'unknown', retryAfterMs: null, problem: problemOf(error) };
      }
    },
    stop: () => agent.destroy(),
  };
}

function outcomeOf({ status, retryAfterMs, body }: Answer): PublishOutcome {
  switch (status) {
    case 200:
      return postedOf(JSON.parse(body));
    case 429:
      return { kind: 'postponed', retryAfterMs, problem: 'The platform asks for a pause.' };
    case 404:
      return { kind: 'gone', problem: 'The platform knows no such message or thread.' };
    default:
      return { kind: 'unknown', retryAfterMs: null, problem: `The platform answered ${status}.` };
  }
}

function postedOf({ messageId, permalink }: MessageAnswer): PostedMessage {
  return { kind: 'posted', messageId, permalink };
}

function problemOf(error: unknown): string {
  return `The platform did not answer: ${error instanceof Error ? error.message : String(error)}.`;
}

function askPlatform(url: string, body: object, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = startRequest(url, { method: 'POST', agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      const retryAfter = response.headers['retry-after'];
      const retryAfterMs = retryAfter === undefined ? null : Number(retryAfter) * 1_000;
      response.once('error', reject);
      response.once('end', () => resolve({ status: response.statusCode ?? 0, retryAfterMs, body: text }));
    });
    request.once('error', reject);
    request.end(JSON.stringify(body));
  });
}
