import { partOfButtonId } from '../../../adapters/discord/render-key.ts';
import { createDiscordRenderer } from '../../../adapters/discord/renderer.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import type { FakeMessage } from '../../fakes/discord/records.ts';
import type { Mishap } from '../../fakes/fake-platform.ts';
import { lengthened } from './discord-lengthened.ts';
import { monthChannels, monthStartMs } from './month-channels.ts';
import type { PlatformUnderTest, Standing } from './platform-under-test.ts';
import { createSeededRandom } from './seeded-random.ts';

/** Of a hundred requests that post or edit, one each goes wrong in these ways. */
const mishaps: readonly Mishap[] = ['lost', 'dropped', 'failed', 'slow'];

const channelIds = monthChannels('discord').map(({ ref }) => ref.channelId);
const renderer = createDiscordRenderer({ layout: 'components' });
/** Everybody of the month who may be written to. */
const personIds = ['U1', 'U2', 'U3'];

/** Discord as a server of its own, beside the bot's processes, with its limits and its bad days. */
export const discordUnderTest: PlatformUnderTest = {
  platform: 'discord',
  publisherModule: new URL('./discord-publisher.ts', import.meta.url).href,
  async open() {
    const random = createSeededRandom(11);
    const discord = await startFakeDiscord({
      nowMs: () => monthStartMs,
      nextMishap: () => mishaps[random.below(100)] ?? null,
      guilds: [
        { id: 'T1', channels: channelIds.map((id) => ({ id })), members: personIds.map((id) => ({ id })) },
      ],
    });
    return {
      settings: { token: discord.token, restUrl: discord.restUrl, nonce: 'on' },
      standing: () => standingIn(discord),
      stop: () => discord.stop(),
    };
  },
  textOf: (document, mentions) =>
    textOf(renderer.render(lengthened(document), { key: 'key', mentions, language: 'en' })),
};

/** The same with a planted fault: a nonce is not enforced. */
export const discordWithoutNonce: PlatformUnderTest = {
  ...discordUnderTest,
  async open(folder) {
    const open = await discordUnderTest.open(folder);
    return { ...open, settings: { ...open.settings, nonce: 'off' } };
  },
};

interface Placed {
  readonly message: FakeMessage;
  readonly key: string;
  readonly part: number;
}

/** One for each first message of a delivery, with what all its messages in that place say. */
function standingIn(discord: FakeDiscord): readonly Standing[] {
  const { messages, threads } = discord;
  const parentOf = new Map(threads.map(({ id, parentId }) => [id, parentId]));
  const personOf = new Map(
    personIds.flatMap((id) =>
      discord.directMessagesTo(id).map(({ channelId }) => [channelId, `person:${id}`]),
    ),
  );
  const placed = messages.map(placedOf);
  const families = Map.groupBy(placed, ({ key, message }) => `${message.channelId} ${key}`);
  return placed
    .filter(({ part }) => part === 1)
    .map(({ key, message: { id, channelId } }) => {
      const parent = parentOf.get(channelId);
      const family = (families.get(`${channelId} ${key}`) ?? []).toSorted((a, b) => a.part - b.part);
      return {
        ...{
          key,
          channelId: parent ?? personOf.get(channelId) ?? channelId,
          messageId: `${channelId}/${id}`,
        },
        threadMessageId: parent === undefined ? null : `${parent}/${channelId}`,
        text: textOf(family.map(({ message }) => ({ components: message.components }))),
      };
    });
}

function placedOf(message: FakeMessage): Placed {
  const [, id = ''] = /"(why:[^"]+)"/.exec(JSON.stringify(message.components)) ?? [];
  const { key = '', part = 1 } = partOfButtonId(id) ?? {};
  return { message, key, part };
}

/** What a reader sees; the key of a revision is not that of its message. */
function textOf(payloads: readonly Readonly<Record<string, unknown>>[]): string {
  const components = payloads.map((payload) => payload['components']);
  return JSON.stringify(components).replace(/why:[^"/]+/g, 'why:KEY');
}
