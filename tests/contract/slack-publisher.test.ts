import { onTestFinished } from 'vitest';
import { createSlackPublisher } from '../../adapters/slack/publisher.ts';
import { createSlackClient } from '../../adapters/slack/web-client.ts';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import { RecordingLog } from '../fakes/recording-log.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { keyOf } from '../fakes/slack-checker.ts';
import { type PublisherBench, publisherContract } from './publisher.contract.ts';

const news: ChannelRef = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };
const otherChannel: ChannelRef = { ...news, channelId: 'C2' };
const ada: ChannelRef = { ...news, channelId: 'person:U1' };

async function benchIn(channel: ChannelRef): Promise<PublisherBench> {
  const slack = await startFakeSlack({
    channels: [
      { id: 'C1', name: 'news' },
      { id: 'C2', name: 'other' },
    ],
  });
  onTestFinished(() => slack.stop());
  const log = new RecordingLog();
  const client = createSlackClient('xoxb-1', { apiUrl: slack.apiUrl, log });
  const publisher = createSlackPublisher({ clients: { of: async () => client }, log });
  const standingKeys = async () => slack.messages.map((message) => keyOf({ ...message }) ?? '');
  const standingText = async (key: string) =>
    JSON.stringify(slack.messages.find((message) => keyOf({ ...message }) === key)?.blocks);
  return { publisher, channel, otherChannel, standingKeys, standingText };
}

publisherContract('Slack publisher in a channel', () => benchIn(news));
publisherContract('Slack publisher in direct messages', () => benchIn(ada));
