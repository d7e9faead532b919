import { createSchedule } from '../../../adapters/cron/cron-schedule.ts';
import { createExtractiveWriter } from '../../../adapters/extractive/extractive-writer.ts';
import type { DigestTools } from '../../../src/deliver/run-digests.ts';
import { runDigests } from '../../../src/deliver/run-digests.ts';
import type { RawArticle } from '../../../src/domain/article.ts';
import type { Delivery } from '../../../src/domain/delivery.ts';
import type { ChannelSetup } from '../../../src/ports/digest-store.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { RecordingLog } from '../../fakes/recording-log.ts';
import { setup } from './channel-setup.ts';
import { keepReport, report } from './newsroom.ts';

const settings = { maxSentencesPerStory: 3, silenceAfterMs: 2 * 86_400_000 };

/** A desk with a store of its own and a channel that was set up at `start`. */
export async function openDesk(start: string, channel: Partial<ChannelSetup> = {}) {
  const store = inMemoryStore();
  const clock = new FixedClock(start);
  const log = new RecordingLog();
  const writer = createExtractiveWriter();
  const tools: DigestTools = {
    digests: store.digests,
    sources: store.sources,
    schedule: createSchedule(),
    writers: { preferred: writer, fallback: writer },
    knownNames: [],
    clock,
    log,
  };
  await store.digests.setUpChannel({ ...setup, ...channel }, clock.nowMs());

  return {
    store,
    clock,
    log,
    tools,
    /** Keeps a report that arrives now. */
    arrives: (raw: RawArticle) => keepReport(store.articles, raw, clock.nowMs()),
    /** The clock strikes and due digests are decided; answers the messages that came to be owed. */
    async deliverAt(moment: string, changes: Partial<DigestTools> = {}): Promise<readonly Delivery[]> {
      clock.set(moment);
      return deliver({ ...tools, ...changes }, true);
    },
    /** What `run --once` does at the present moment. */
    deliverOnce: () => deliver(tools, false),
  };

  async function deliver(own: DigestTools, dueOnly: boolean): Promise<readonly Delivery[]> {
    const before = await store.deliveries.list({ limit: 1000 });
    await runDigests(own, settings, { dueOnly });
    const after = await store.deliveries.list({ limit: 1000 });
    return after.slice(0, after.length - before.length).toReversed();
  }
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
    case 'answer':
      return document.question;
  }
}

export const listing = report(
  {
    title: 'Commerce adds 38 Huawei affiliates to the Entity List',
    text: 'The U.S. Commerce Department added 38 affiliates of Huawei to the Entity List on Monday. Exports to them need a license under a presumption of denial. The affiliates operate cloud businesses in 21 countries.',
  },
  '2024-03-05',
);
export const listingUpdate = report(
  {
    title: 'Huawei affiliates on the Entity List may get repair parts',
    publisher: 'Strait Post',
    text: 'The U.S. Commerce Department added 38 affiliates of Huawei to the Entity List on Monday. A temporary general license lets suppliers in Osaka ship repair parts until September 30. Lawyer Dana Whitfield said the license covers about 2,400 contracts.',
  },
  '2024-03-06',
);
export const ban = report(
  {
    title: 'Norway bars ZTE from its 5G core network',
    publisher: 'Fjord Times',
    text: 'Norway barred ZTE from the core of its 5G networks on Tuesday. Operators must take out ZTE equipment within four years. Minister Ingrid Solberg put the cost at 900 million kroner.',
  },
  '2024-03-05',
);
export const fine = report(
  {
    title: 'SMIC supplier pays $14 million over unlicensed exports',
    publisher: 'Basin News',
    text: 'A supplier of SMIC agreed to pay $14 million for unlicensed exports of chip tools, the Bureau of Industry and Security said. The shipments left Oregon in 2021. Export privileges are suspended for three years.',
  },
  '2024-03-05',
);
