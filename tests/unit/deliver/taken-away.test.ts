import { expect, test } from 'vitest';
import { sendDeliveries } from '../../../src/deliver/send-deliveries.ts';
import { createRecordingPublisher } from '../../fakes/recording-publisher.ts';
import { told } from './digest-desk.ts';
import { listing, listingUpdate } from './sample-reports.ts';
import { openWatchDesk } from './watch-desk.ts';

const evening = '2024-03-04T20:00:00Z';

/** A desk whose channel got a digest with the listing, which somebody deletes before later facts of it are sent. */
async function openDeskWithoutDigest() {
  const desk = await openWatchDesk(evening);
  const publisher = createRecordingPublisher();
  const { store, clock, log } = desk;
  const tools = { deliveries: store.deliveries, publishers: new Map([['console', publisher] as const]) };
  const send = () =>
    sendDeliveries({ ...tools, clock, log, wait: async (ms) => clock.advance(ms) }, { patienceMs: 0 });
  await desk.arrives(listing);
  await desk.minuteAt('2024-03-05T08:00:00Z');
  await send();
  await desk.arrives(listingUpdate);
  const update = await desk.minuteAt('2024-03-05T10:30:00Z');
  expect(update.map(told)[0]).toBe(`update: ${listingUpdate.title}`);
  for (const _ of update) publisher.failNext({ kind: 'gone', problem: 'The message is gone.' });
  await send();
  return desk;
}

test('what was to go below a digest that somebody deleted is an item of the next digest', async () => {
  const desk = await openDeskWithoutDigest();

  const [head] = await desk.minuteAt('2024-03-06T08:00:00Z');

  expect(head && told(head)).toBe(`digest: ${listingUpdate.title}`);
  expect(head?.document).toMatchObject({ stories: [{ verdict: 'update' }] });
  const later = await desk.minuteAt('2024-03-07T08:00:00Z');
  expect(later.map(({ document }) => document.kind)).not.toContain('digest');
});
