import { onTestFinished } from 'vitest';
import {
  createDiscordPublisher,
  type DiscordPublisherOptions,
} from '../../../../adapters/discord/publisher.ts';
import { createDiscordRest } from '../../../../adapters/discord/rest-client.ts';
import { Secret } from '../../../../src/domain/config.ts';
import type { ChannelRef } from '../../../../src/domain/delivery.ts';
import type { MessageDocument } from '../../../../src/domain/message-document.ts';
import type { OutgoingMessage, PublishOutcome } from '../../../../src/ports/publisher.ts';
import { type FakeDiscord, startFakeDiscord } from '../../../fakes/discord/fake-discord.ts';
import type { FakeDiscordOptions } from '../../../fakes/discord/options.ts';
import { RecordingLog } from '../../../fakes/recording-log.ts';
import { type SimplePublisher, simply } from '../../../fakes/simple-publisher.ts';
import { noticeDocument, storyEntry } from '../../../fixtures/documents.ts';

const guild = '200000000000000001';
const refOf = (channelId: string): ChannelRef => ({ platform: 'discord', workspaceId: guild, channelId });

export const news = refOf('400000000000000001');
export const announcements = refOf('400000000000000003');
export const forum = refOf('400000000000000004');
export const ada = refOf('person:300000000000000001');

export const createRoute = 'POST /channels/:channel/messages';

export interface DiscordBench {
  readonly discord: FakeDiscord;
  readonly log: RecordingLog;
  /** As another process of the bot has it: it knows nothing of what the first one posted. */
  another(options?: Partial<DiscordPublisherOptions>): SimplePublisher;
}

export async function discordBench(options: FakeDiscordOptions = {}): Promise<DiscordBench> {
  const discord = await startFakeDiscord({ intervalMs: 0, ...options });
  onTestFinished(() => discord.stop());
  const log = new RecordingLog();
  return {
    ...{ discord, log },
    another: (changes = {}) =>
      simply(
        createDiscordPublisher({
          rest: createDiscordRest({ token: new Secret(discord.token), apiUrl: discord.restUrl }),
          ...{ log, layout: 'components', crossposts: () => false },
          ...changes,
        }),
      ),
  };
}

export function messageTo(
  channel: ChannelRef,
  key: string,
  document: MessageDocument = noticeDocument(),
  threadMessageId: string | null = null,
): OutgoingMessage {
  return { key, channel, document, mentions: [], language: 'en', threadMessageId };
}

/** An alert that takes several messages: as many stories as are asked for. */
export function longAlert(stories: number): MessageDocument {
  return {
    kind: 'alert',
    watchId: 'w1',
    watchName: 'Chips',
    reason: 'The watch matched.',
    stories: Array.from({ length: stories }, (_, index) => ({
      ...{ matched: [], revised: null },
      story: storyEntry({ storyId: `s${index}`, headline: `Headline ${index}x` }),
    })),
  };
}

export function idOf(outcome: PublishOutcome): string {
  if (outcome.kind !== 'posted') throw new Error(`Not posted: ${outcome.problem}`);
  return outcome.messageId;
}

/** The parts that stand, by the buttons that carry their key. */
export function partsIn(discord: FakeDiscord, channelId: string): readonly string[] {
  return discord
    .messagesIn(channelId)
    .map(({ components }) => /"why:([^"]+)"/.exec(JSON.stringify(components))?.[1] ?? 'none');
}
