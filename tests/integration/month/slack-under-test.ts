import { readDeliveryMetadata } from '../../../adapters/slack/delivery-metadata.ts';
import { slackRenderer } from '../../../adapters/slack/renderer.ts';
import type { FakeSlack } from '../../fakes/slack/fake-slack.ts';
import { startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import type { SlackMishap } from '../../fakes/slack/options.ts';
import type { SlackMessage } from '../../fakes/slack/records.ts';
import { monthChannels } from './month-channels.ts';
import type { PlatformUnderTest, Standing } from './platform-under-test.ts';
import { createSeededRandom } from './seeded-random.ts';
import { inflated } from './slack-inflated.ts';

/** Of a hundred requests that post, edit or delete, one each goes wrong in these ways. */
const mishaps: readonly SlackMishap[] = ['lost', 'dropped', 'failed', 'slow'];
const token = 'xoxb-1';

/** A fake Slack with its limits and its bad days, and the real client and publisher on it. */
export const slackUnderTest: PlatformUnderTest = {
  platform: 'slack',
  publisherModule: new URL('./slack-publisher.ts', import.meta.url).href,
  async open() {
    const random = createSeededRandom(13);
    const slack = await startFakeSlack({
      channels: monthChannels('slack').map(({ ref }) => ({ id: ref.channelId, name: ref.channelId })),
      // As Slack documents for chat.postMessage: one message a second and channel.
      intervalMs: 1_000,
      nextMishap: () => mishaps[random.below(100)] ?? null,
    });
    return {
      settings: { apiUrl: slack.apiUrl, token },
      standing: () => standingOn(slack),
      stop: () => slack.stop(),
    };
  },
  textOf: (document, mentions) => {
    const context = { key: 'key', mentions, language: 'en' } as const;
    return JSON.stringify(slackRenderer.render(inflated(document), context).map(({ blocks }) => blocks));
  },
};

/** Each delivery as one message, with the text of all of its messages in their order. */
function standingOn({ messages }: Pick<FakeSlack, 'messages'>): readonly Standing[] {
  const own = messages.map((message) => ({ message, ...riding(message) }));
  const laterOf = Map.groupBy(
    own.filter(({ part }) => part > 1),
    ({ key }) => key,
  );
  return own
    .filter(({ part }) => part === 1)
    .map(({ message, key }) => {
      const later = (laterOf.get(key) ?? []).toSorted((a, b) => a.part - b.part);
      return {
        ...{ channelId: channelOf(message), key, messageId: message.ts },
        threadMessageId: message.thread_ts === message.ts ? null : (message.thread_ts ?? null),
        text: JSON.stringify([message.blocks, ...later.map((each) => each.message.blocks)]),
      };
    });
}

function riding({ metadata }: SlackMessage) {
  return readDeliveryMetadata(metadata) ?? { key: 'nobody', part: 1 };
}

/** The direct messages with a person are an address of their own for the bot. */
function channelOf({ channel }: SlackMessage): string {
  return channel.startsWith('D') ? `person:${channel.slice(1)}` : channel;
}
