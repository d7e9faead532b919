import { onTestFinished } from 'vitest';
import { createDiscordPublisher } from '../../adapters/discord/publisher.ts';
import { createDiscordRest } from '../../adapters/discord/rest-client.ts';
import { Secret } from '../../src/domain/config.ts';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import { RecordingLog } from '../fakes/recording-log.ts';
import { type PublisherBench, publisherContract } from './publisher.contract.ts';

const guild = '200000000000000001';
const refOf = (channelId: string): ChannelRef => ({ platform: 'discord', workspaceId: guild, channelId });
const news = refOf('400000000000000001');
const general = refOf('400000000000000002');
const forum = refOf('400000000000000004');
const ada = refOf('person:300000000000000001');

async function benchIn(
  channel: ChannelRef,
  layout: 'components' | 'embeds' = 'components',
): Promise<PublisherBench> {
  const discord = await startFakeDiscord({ intervalMs: 0 });
  onTestFinished(() => discord.stop());
  const rest = createDiscordRest({ token: new Secret(discord.token), apiUrl: discord.restUrl });
  const publisher = createDiscordPublisher({
    rest,
    log: new RecordingLog(),
    layout,
    crossposts: () => false,
  });
  return {
    ...{ publisher, channel, otherChannel: general },
    standingKeys: async () => keysOf(discord),
    standingText: async (key) =>
      JSON.stringify(
        discord.messages
          .filter((message) => keyIn(message) === key)
          .map(({ content, embeds, components }) => [content, embeds, components]),
      ),
  };
}

function keysOf(discord: FakeDiscord): readonly string[] {
  return discord.messages.map(keyIn);
}

/** The key on the button, which an edit must not change. */
function keyIn(message: FakeDiscord['messages'][number]): string {
  return /"why:([^"/]+)"/.exec(JSON.stringify(message.components))?.[1] ?? '';
}

publisherContract('Discord publisher in a channel', () => benchIn(news));
publisherContract('Discord publisher with embeds', () => benchIn(news, 'embeds'));
publisherContract('Discord publisher in a forum', () => benchIn(forum));
publisherContract('Discord publisher in direct messages', () => benchIn(ada));
