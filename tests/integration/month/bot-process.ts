// The bot's own steps over a simulated month, in a process that may be killed: `node bot-process.ts ORDER`. It goes on
// where the one before it died, says "ready" when its store is open, and ends with 0 when the month is over.
import { openStore } from '../../../adapters/store/open-store.ts';
import type { Publisher } from '../../../src/ports/publisher.ts';
import type { BotOrder } from './bot-order.ts';
import { plannedDeath, publisherWithDeaths, storeWithDeaths } from './crash-points.ts';
import { createMonthBot } from './month-bot.ts';
import { monthStartMs } from './month-channels.ts';
import type { PublisherModule } from './platform-under-test.ts';
import { openStoredClock } from './stored-clock.ts';

const order: BotOrder = JSON.parse(process.argv[2] ?? '');
const passed = plannedDeath(order.crash);
const clock = openStoredClock(order.clockPath, monthStartMs);
const module: PublisherModule = await import(order.publisherModule);
const opened = module.openPublisher(order.publisherSettings, clock);
const publisher = publisherWithDeaths(order.findsNothing ? blind(opened) : opened, passed);
const store = await openStore({ path: order.databasePath });
process.stdout.write('ready\n');
if (order.releasesClaims) await store.claims.releaseAll(clock.nowMs());
const bot = createMonthBot({ store: storeWithDeaths(store, passed), publisher, clock, days: order.days });
await bot.run();
await store.close();
process.exit(0);

function blind(publisher: Publisher): Publisher {
  const { platform, channelIntervalMs, publish, revise, admissionTo } = publisher;
  return {
    platform,
    channelIntervalMs,
    publish,
    revise,
    admissionTo,
    find: async () => ({ kind: 'absent' }),
  };
}
