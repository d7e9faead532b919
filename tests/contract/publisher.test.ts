import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { JournalLine } from '../../adapters/console/journal.ts';
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
  const lines = async (): Promise<readonly JournalLine[]> =>
    (await readFile(journalPath, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  const standingKeys = async () =>
    (await lines()).filter(({ revises }) => revises === null).map(({ key }) => key);
  const standingText = async (key: string) =>
    (await lines()).findLast(({ messageId }) => messageId === key)?.text ?? '';
  return { publisher, channel, otherChannel, standingKeys, standingText };
}

async function recordingBench(): Promise<PublisherBench> {
  const publisher = createRecordingPublisher();
  const standingKeys = async () => publisher.posted.map((message) => message.key);
  const standingText = async (key: string) =>
    JSON.stringify(publisher.posted.find((message) => message.key === key)?.document);
  return { publisher, channel, otherChannel, standingKeys, standingText };
}

publisherContract('journal publisher', journalBench);
publisherContract('recording publisher', recordingBench);
