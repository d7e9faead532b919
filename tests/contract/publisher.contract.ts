import { expect, test } from 'vitest';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { OutgoingMessage, Publisher } from '../../src/ports/publisher.ts';
import { digestDocument, noticeDocument, storyDocument } from '../fixtures/documents.ts';

/** A publisher with its empty platform. */
export interface PublisherBench {
  readonly publisher: Publisher;
  readonly channel: ChannelRef;
  readonly otherChannel: ChannelRef;
  /** Keys of the messages that stand in all channels, in the order of posting. */
  standingKeys(): Promise<readonly string[]>;
}

/** What every publisher keeps to. */
export function publisherContract(name: string, set: () => Promise<PublisherBench>): void {
  test(`${name}: posts a message and says which it is`, async () => {
    const bench = await set();

    const outcome = await bench.publisher.publish(message(bench, 'one'));

    expect(outcome).toEqual({ kind: 'posted', messageId: expect.stringMatching(/./) });
    expect(await bench.standingKeys()).toEqual(['one']);
  });

  test(`${name}: does not find what was not posted`, async () => {
    const bench = await set();
    const { publisher, channel } = bench;

    expect(await publisher.find('one', channel, null)).toEqual({ kind: 'absent' });
    await publisher.publish(message(bench, 'two'));

    expect(await publisher.find('one', channel, null)).toEqual({ kind: 'absent' });
  });

  test(`${name}: finds a message by its key, in the channel it went to and in no other`, async () => {
    const bench = await set();
    const { publisher, channel, otherChannel } = bench;

    const outcome = await publisher.publish(message(bench, 'one'));

    expect(await publisher.find('one', channel, null)).toEqual(outcome);
    expect(await publisher.find('one', otherChannel, null)).toEqual({ kind: 'absent' });
  });

  test(`${name}: posts a key once, and answers a second time with the message that stands`, async () => {
    const bench = await set();

    const first = await bench.publisher.publish(message(bench, 'one'));
    const [second, third] = await Promise.all([
      bench.publisher.publish(message(bench, 'one')),
      bench.publisher.publish(message(bench, 'one')),
    ]);

    expect([second, third]).toEqual([first, first]);
    expect(await bench.standingKeys()).toEqual(['one']);
  });

  test(`${name}: keeps the order of posting, and finds a message of a thread`, async () => {
    const bench = await set();
    const { publisher, channel } = bench;

    const head = await publisher.publish({ ...message(bench, 'head'), document: digestDocument() });
    const threadMessageId = head.kind === 'posted' ? head.messageId : null;
    const item = await publisher.publish({
      ...message(bench, 'item'),
      document: storyDocument(),
      threadMessageId,
    });
    await publisher.publish(message(bench, 'last'));

    expect(await bench.standingKeys()).toEqual(['head', 'item', 'last']);
    expect(await publisher.find('item', channel, threadMessageId)).toEqual(item);
  });
}

function message({ channel }: PublisherBench, key: string): OutgoingMessage {
  return { key, channel, document: noticeDocument(), threadMessageId: null };
}
