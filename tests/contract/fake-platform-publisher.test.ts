import { onTestFinished } from 'vitest';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import { startFakePlatform } from '../fakes/fake-platform.ts';
import { createFakePlatformPublisher } from '../fakes/fake-platform-publisher.ts';
import { type PublisherBench, publisherContract } from './publisher.contract.ts';

const channel: ChannelRef = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };
const otherChannel: ChannelRef = { ...channel, channelId: 'C2' };

async function fakePlatformBench(): Promise<PublisherBench> {
  const platform = await startFakePlatform({ intervalMs: 0 });
  const clock = { nowMs: () => 0 };
  const publisher = createFakePlatformPublisher({ url: platform.url, platform: 'slack', clock });
  onTestFinished(async () => {
    publisher.stop();
    await platform.stop();
  });
  const standingKeys = async () => platform.messages.map(({ key }) => key);
  const standingText = async (key: string) =>
    JSON.stringify(platform.messages.find((message) => message.key === key)?.document);
  return { publisher, channel, otherChannel, standingKeys, standingText };
}

publisherContract('fake platform publisher', fakePlatformBench);
