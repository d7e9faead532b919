import { expect, test } from 'vitest';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { NoticeDocument } from '../../src/domain/message-document.ts';
import type { FindOutcome, OutgoingMessage, Publisher, PublishOutcome } from '../../src/ports/publisher.ts';
import { type SimplePublisher, simply } from '../fakes/simple-publisher.ts';
import { digestDocument, noticeDocument, storyDocument } from '../fixtures/documents.ts';

/** A publisher with its empty platform. */
export interface PublisherBench {
  readonly publisher: Publisher;
  readonly channel: ChannelRef;
  readonly otherChannel: ChannelRef;
  /** Keys of the messages that stand in all channels, in the order of posting. */
  standingKeys(): Promise<readonly string[]>;
  /** What the message with this key says now, in any form in which the words of its document stand. */
  standingText(key: string): Promise<string>;
}

type SimpleBench = Omit<PublisherBench, 'publisher'> & { readonly publisher: SimplePublisher };

/** What every publisher keeps to. */
export function publisherContract(name: string, open: () => Promise<PublisherBench>): void {
  const set = async () => {
    const bench = await open();
    return { ...bench, publisher: simply(bench.publisher) };
  };
  postingContract(name, set);
  rewritingContract(name, set);
}

function postingContract(name: string, set: () => Promise<SimpleBench>): void {
  test(`${name}: posts a message and says which it is`, async () => {
    const bench = await set();

    const outcome = await bench.publisher.publish(message(bench, 'one'));

    expect(outcome).toEqual({
      kind: 'posted',
      messageId: expect.stringMatching(/./),
      permalink: expect.anything(),
    });
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

  test(`${name}: gives each message an address of its own, and the same one when it is found again`, async () => {
    const bench = await set();
    const { publisher, channel } = bench;

    const one = permalinkOf(await publisher.publish(message(bench, 'one')));
    const two = permalinkOf(await publisher.publish(message(bench, 'two')));

    expect(new Set([one, two]).size).toBe(2);
    expect(URL.canParse(one ?? '')).toBe(true);
    expect(permalinkOf(await publisher.find('one', channel, null))).toBe(one);
  });
}

function rewritingContract(name: string, set: () => Promise<SimpleBench>): void {
  test(`${name}: is let into the workspace`, async () => {
    const { publisher, channel } = await set();

    expect(await publisher.admissionTo(channel)).toEqual({ kind: 'admitted' });
  });

  test(`${name}: rewrites a message in its place, and twice is once`, async () => {
    const bench = await set();
    const first = await bench.publisher.publish(message(bench, 'one'));
    await bench.publisher.publish(message(bench, 'two'));
    const messageId = first.kind === 'posted' ? first.messageId : '';
    const revision = { ...message(bench, 'one-again'), document: newsOf('The list has twelve names now') };

    const outcomes = [
      await bench.publisher.revise(messageId, revision),
      await bench.publisher.revise(messageId, revision),
    ];

    expect(outcomes).toEqual([first, first]);
    expect(await bench.standingKeys()).toEqual(['one', 'two']);
    expect(await bench.standingText('one')).toContain('The list has twelve names now');
    expect(await bench.standingText('two')).not.toContain('The list has twelve names now');
  });

  test(`${name}: rewrites a message as often as it has something new to say`, async () => {
    const bench = await set();
    const first = await bench.publisher.publish(message(bench, 'one'));
    const messageId = first.kind === 'posted' ? first.messageId : '';

    for (const count of ['twelve', 'thirteen']) {
      const document = newsOf(`The list has ${count} names now`);
      await bench.publisher.revise(messageId, { ...message(bench, `one-${count}`), document });
    }

    expect(await bench.standingText('one')).toContain('thirteen names');
    expect(await bench.standingText('one')).not.toContain('twelve names');
  });

  test(`${name}: says that a message which is to be rewritten is not there`, async () => {
    const bench = await set();
    await bench.publisher.publish(message(bench, 'one'));

    const outcome = await bench.publisher.revise('nowhere', message(bench, 'two'));

    expect(outcome).toEqual({ kind: 'gone', problem: expect.stringMatching(/\.$/) });
    expect(await bench.standingKeys()).toEqual(['one']);
  });
}

function permalinkOf(outcome: PublishOutcome | FindOutcome): string | null {
  return outcome.kind === 'posted' ? outcome.permalink : null;
}

function newsOf(heading: string): NoticeDocument {
  return { ...noticeDocument(), heading };
}

function message({ channel }: Pick<PublisherBench, 'channel'>, key: string): OutgoingMessage {
  return {
    ...{ key, channel, document: noticeDocument(), mentions: [] },
    language: 'en',
    threadMessageId: null,
  };
}
