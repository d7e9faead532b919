import { type Mishap, startFakePlatform } from '../../fakes/fake-platform.ts';
import type { PlatformUnderTest } from './platform-under-test.ts';
import { createSeededRandom } from './seeded-random.ts';

/** Of a hundred requests that post or edit, one each goes wrong in these ways. */
const mishaps: readonly Mishap[] = ['lost', 'dropped', 'failed', 'slow'];

/** The fake platform as a server of its own, beside the bot's processes, with its limits and its bad days. */
export const fakePlatformUnderTest: PlatformUnderTest = {
  platform: 'slack',
  publisherModule: new URL('./fake-publisher.ts', import.meta.url).href,
  async open() {
    const random = createSeededRandom(11);
    const nextMishap = () => mishaps[random.below(100)] ?? null;
    const server = await startFakePlatform({ nextMishap });
    return {
      settings: { url: server.url },
      standing: () =>
        server.messages.map(({ channelId, key, messageId, threadMessageId, document, mentions }) => ({
          ...{ channelId, key, messageId, threadMessageId },
          text: JSON.stringify([document, mentions]),
        })),
      stop: () => server.stop(),
    };
  },
  textOf: (document, mentions) => JSON.stringify([document, mentions]),
};
