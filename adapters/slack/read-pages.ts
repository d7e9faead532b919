import { type DeliveryPart, readDeliveryMetadata } from './delivery-metadata.ts';
import { callWithin } from './publish-call.ts';
import type { SlackTarget } from './publish-target.ts';
import { type SlackAnswer, textIn, valueIn } from './slack-call.ts';
import type { SlackFailure } from './slack-errors.ts';

/** A message of the bot that belongs to a delivery. */
export interface OwnMessage extends DeliveryPart {
  readonly kind: 'own';
  readonly ts: string;
}

/** What is read: the bot's messages of a channel or thread. */
export interface Ask {
  readonly method: 'conversations.history' | 'conversations.replies';
  readonly args: Readonly<Record<string, unknown>>;
  /** Whose reading it is, for going on with it; `null` for one that begins anew each time. */
  readonly reader: Reader | null;
}

/** The `attempts`-th claim of a delivery. */
export interface Reader {
  readonly key: string;
  readonly attempts: number;
}

/** A reading that Slack's limits broke off. */
interface Reading {
  readonly attempts: number;
  readonly cursor: string | null;
  readonly own: readonly OwnMessage[];
}

/** Readings that are gone on with: where Slack gives a page a minute, one attempt gets no further than that. */
export type Readings = Map<string, Reading>;

const pageMessages = 200;
/** More takes one attempt too long. */
const mostPages = 10;
const mostReadings = 1_000;

const longWay: SlackFailure = {
  kind: 'rate_limited',
  retryAfterMs: 1_000,
  problem: 'There is much to look through; the search goes on.',
};

/**
 * The bot's messages, page by page until it is enough. A reading that was broken off is gone on with by the very next claim
 * of the delivery; if there was another claim in between, of another process, that may have posted what was not read.
 */
export async function readOwn(
  target: SlackTarget,
  { method, args, reader }: Ask,
  readings: Readings,
  isEnough: (own: readonly OwnMessage[]) => boolean,
): Promise<readonly OwnMessage[] | SlackFailure> {
  const place = JSON.stringify([method, target.channelId, args['ts'], reader?.key]);
  let { cursor, own } = takeReading(readings, place, reader);
  const breakOff = (failure: SlackFailure): SlackFailure => {
    if (reader && failure.kind !== 'refused') keep(readings, place, { ...reader, cursor, own });
    return failure;
  };
  for (let page = 0; page < mostPages; page += 1) {
    const answer: SlackAnswer | SlackFailure = await callWithin(target, method, {
      ...args,
      ...{ channel: target.channelId, limit: pageMessages, include_all_metadata: true },
      ...(cursor === null ? {} : { cursor }),
    });
    if (answer.kind !== 'answered') return breakOff(answer);
    own = [...own, ...ownMessages(answer, target)];
    cursor = textIn(valueIn(answer.body, 'response_metadata'), 'next_cursor');
    if (cursor === null || isEnough(own)) return own;
  }
  return breakOff(longWay);
}

function takeReading(
  readings: Readings,
  place: string,
  reader: Reader | null,
): Pick<Reading, 'cursor' | 'own'> {
  const reading = readings.get(place);
  readings.delete(place);
  return reading && reader?.attempts === reading.attempts + 1 ? reading : { cursor: null, own: [] };
}

function keep(readings: Readings, place: string, { attempts, cursor, own }: Reading): void {
  const [oldest] = readings.keys();
  if (readings.size >= mostReadings && oldest !== undefined) readings.delete(oldest);
  readings.set(place, { attempts, cursor, own });
}

/** Any app may put our metadata on its messages; only the bot's own count. */
export function ownMessages({ body }: SlackAnswer, { bot }: SlackTarget): readonly OwnMessage[] {
  const messages = valueIn(body, 'messages');
  return (Array.isArray(messages) ? messages : []).flatMap((message) => {
    const delivery = readDeliveryMetadata(valueIn(message, 'metadata'));
    const ts = textIn(message, 'ts');
    const isOwn = textIn(message, 'bot_id') === bot.botId;
    return delivery && ts !== null && isOwn ? [{ kind: 'own', ...delivery, ts }] : [];
  });
}
