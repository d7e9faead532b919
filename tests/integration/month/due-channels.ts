import { createSchedule } from '../../../adapters/cron/cron-schedule.ts';
import { createExtractiveWriter } from '../../../adapters/extractive/extractive-writer.ts';
import type { Store } from '../../../adapters/store/store.ts';
import { wait } from '../../../adapters/system/wait.ts';
import { consoleDirectory } from '../../../src/assemble/channel-directory.ts';
import { runDigests } from '../../../src/deliver/run-digests.ts';
import { type SendReport, sendDeliveries } from '../../../src/deliver/send-deliveries.ts';
import type { ChannelRef } from '../../../src/domain/delivery.ts';
import { dayMs } from '../../../src/domain/moment.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Publisher } from '../../../src/ports/publisher.ts';
import { channelSettingsOf } from '../../contract/store/samples.ts';
import { monthArticles } from './month-articles.ts';
import { monthSource, monthStartMs } from './month-channels.ts';

/** The moment at which all channels are due: 8:00 of the month's second day. */
export const dueAtMs = monthStartMs + dayMs + 8 * 3_600_000;

/** A clock that shows the moment at which all are due, and goes on from there as time does. */
export function clockFromDue(): Clock {
  const startMs = performance.now();
  return { nowMs: () => dueAtMs + Math.round(performance.now() - startMs) };
}

/** So many channels, each with a digest of so many stories due at the same minute. */
export async function setUpDueChannels(
  store: Store,
  { channels, stories }: { readonly channels: number; readonly stories: number },
): Promise<void> {
  const settings = channelSettingsOf({ maxStories: stories });
  await store.sources.register([monthSource], monthStartMs);
  for (let number = 1; number <= channels; number += 1) {
    await store.channels.configure({ ref: channelNumber(number), settings }, monthStartMs);
  }
  const beginnings = monthArticles(30).filter(({ comparison }) => comparison?.verdict === 'new');
  for (const decision of beginnings.slice(0, stories)) {
    await store.articles.keep({ ...decision, keptAtMs: monthStartMs });
  }
}

function channelNumber(number: number): ChannelRef {
  return { platform: 'slack', workspaceId: 'T1', channelId: `C${number}` };
}

/** One look of the bot at its channels: what is due is decided and sent. */
export async function deliverDue(store: Store, publisher: Publisher, clock: Clock): Promise<SendReport> {
  const writer = createExtractiveWriter();
  const tools = {
    ...store,
    ...{ clock, wait, directory: consoleDirectory, schedule: createSchedule(), knownNames: [] },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    writers: { preferred: writer, fallback: writer },
    publishers: new Map([[publisher.platform, publisher]]),
  };
  await runDigests(tools, { maxSentencesPerStory: 3, silenceAfterMs: 3 * dayMs }, { dueOnly: true });
  return sendDeliveries(tools);
}
