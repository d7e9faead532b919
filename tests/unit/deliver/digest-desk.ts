import { createSchedule } from '../../../adapters/cron/cron-schedule.ts';
import { createExtractiveWriter } from '../../../adapters/extractive/extractive-writer.ts';
import type { AlertTools } from '../../../src/deliver/run-alerts.ts';
import { type DigestTools, runDigests } from '../../../src/deliver/run-digests.ts';
import type { UpdateTools } from '../../../src/deliver/run-updates.ts';
import type { RawArticle } from '../../../src/domain/article.ts';
import type { Channel, ChannelSettings } from '../../../src/domain/channel.ts';
import type { ChannelRef, Delivery } from '../../../src/domain/delivery.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { namedChannels } from '../../fakes/named-channels.ts';
import { RecordingLog } from '../../fakes/recording-log.ts';
import { setup } from './channel-setup.ts';
import { keepReport } from './newsroom.ts';

export const digestSettings = { maxSentencesPerStory: 3, silenceAfterMs: 2 * 86_400_000 };

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** A desk with a store of its own and a channel that was set up at `start`. */
export async function openDesk(start: string, settings: Partial<ChannelSettings> = {}) {
  const store = inMemoryStore();
  const clock = new FixedClock(start);
  const log = new RecordingLog();
  const writer = createExtractiveWriter();
  const tools: DigestTools & AlertTools & UpdateTools = {
    ...store,
    directory: namedChannels({ [setup.ref.channelId]: '#newsroom' }),
    schedule: createSchedule(),
    writers: { preferred: writer, fallback: writer },
    knownNames: [],
    clock,
    log,
  };
  await setUp(setup.ref, settings);

  /** Sets a channel up now, or changes its settings. */
  async function setUp(ref: ChannelRef, changes: Partial<ChannelSettings> = {}): Promise<void> {
    await store.channels.configure({ ref, settings: { ...setup.settings, ...changes } }, clock.nowMs());
  }

  /** The messages that come to be owed by this, in the order of deciding. */
  async function owedBy(work: () => Promise<void>): Promise<readonly Delivery[]> {
    const before = await store.deliveries.list({ limit: 1000 });
    await work();
    const after = await store.deliveries.list({ limit: 1000 });
    return after.slice(0, after.length - before.length).toReversed();
  }

  return {
    store,
    clock,
    log,
    tools,
    setUp,
    owedBy,
    /** The channel as it stands. */
    async channel(ref: ChannelRef = setup.ref): Promise<Channel> {
      const found = (await store.channels.list()).find(
        ({ ref: { channelId } }) => channelId === ref.channelId,
      );
      if (!found) throw new Error(`${ref.channelId} is not set up.`);
      return found;
    },
    /** Keeps a report that arrives now. */
    arrives: (raw: RawArticle) => keepReport(store.articles, raw, clock.nowMs()),
    /** The clock strikes and due digests are decided; answers the messages that came to be owed. */
    async deliverAt(moment: string, changes: Partial<DigestTools> = {}): Promise<readonly Delivery[]> {
      clock.set(moment);
      return owedBy(() => runDigests({ ...tools, ...changes }, digestSettings, { dueOnly: true }));
    },
    /** What `run --once` does at the present moment; `only` one channel of it with `digest now`. */
    deliverOnce: (only?: ChannelRef) =>
      owedBy(() => runDigests(tools, digestSettings, { dueOnly: false, ...(only ? { only } : {}) })),
  };
}

/** What a message says: its kind, and of a digest the headlines that it tells and those that it names. */
export function told({ document }: Delivery): string {
  switch (document.kind) {
    case 'digest':
      return `digest: ${document.stories.map(({ headline }) => headline).join(' | ')}`;
    case 'story':
      return `${document.rank}. ${document.story.headline}`;
    case 'notice':
      return document.heading;
    case 'update':
      return `update: ${document.story.headline}`;
    case 'alert':
      return `alert: ${document.stories.map(({ story }) => story.headline).join(' | ')}`;
    case 'answer':
      return document.question;
  }
}
