import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createConsolePublisher } from '../../adapters/console/journal-publisher.ts';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import { createRecordingPublisher } from '../fakes/recording-publisher.ts';
import { type PublisherBench, publisherContract } from './publisher.contract.ts';

const channel: ChannelRef = { platform: 'console', workspaceId: 'console', channelId: 'terminal' };
const otherChannel: ChannelRef = { ...channel, channelId: 'other' };

async function journalBench(): Promise<PublisherBench> {
  const folder = await mkdtemp(join(tmpdir(), 'wirewatch-journal-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const journalPath = join(folder, 'console.jsonl');
  const publisher = createConsolePublisher({
    journalPath,
    echo: () => undefined,
    color: false,
    clock: { nowMs: () => 0 },
  });
  const standingKeys = async () =>
    (await readFile(journalPath, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line): string => JSON.parse(line).key);
  return { publisher, channel, otherChannel, standingKeys };
}

async function recordingBench(): Promise<PublisherBench> {
  const publisher = createRecordingPublisher();
  const standingKeys = async () => publisher.posted.map((message) => message.key);
  return { publisher, channel, otherChannel, standingKeys };
}

publisherContract('journal publisher', journalBench);
publisherContract('recording publisher', recordingBench);
