import { expect, test } from 'vitest';
import { decide } from '../../../src/assemble/deliver-once.ts';
import { createAdmissions } from '../../../src/deliver/admissions.ts';
import { createRecordingPublisher } from '../../fakes/recording-publisher.ts';
import { setup } from '../deliver/channel-setup.ts';
import { digestSettings, openDesk } from '../deliver/digest-desk.ts';
import { listing } from '../deliver/sample-reports.ts';

const fiveMinutesMs = 5 * 60_000;

/** A channel with something to tell, set up by Dana, on a platform whose workspace is as it is told to be. */
async function openNewsroom() {
  const desk = await openDesk('2024-03-04T20:00:00Z');
  const { store, clock, log } = desk;
  const publisher = createRecordingPublisher(setup.ref.platform);
  const admissions = () =>
    createAdmissions({ publishers: new Map([[publisher.platform, publisher]]), clock, log });
  await store.channels.change(setup.ref, setup.settings, {
    ...{ atMs: clock.nowMs(), platform: setup.ref.platform, workspaceId: setup.ref.workspaceId },
    ...{ personId: 'U1', command: 'settings', subject: `channel ${setup.ref.channelId}` },
    ...{ before: JSON.stringify(setup.settings), after: JSON.stringify(setup.settings) },
  });
  await desk.arrives(listing);
  const parts = {
    deliver: { tools: { ...store, ...desk.tools }, settings: digestSettings },
    watch: { room: { run: async () => ({ articles: 0, hits: 0 }) }, report: async () => undefined },
    platforms: new Set([setup.ref.platform]),
    admissions: admissions(),
  };
  const owed = async () =>
    (await store.deliveries.list({ limit: 50 })).map(({ document, channel }) => [
      document.kind,
      channel.channelId,
    ]);
  return {
    ...{ clock, publisher, owed },
    look: () => decide(parts, { dueOnly: false }),
    /** As a bot does that was started just now. */
    lookAnew: () => decide({ ...parts, admissions: admissions() }, { dueOnly: false }),
  };
}

test('a workspace that does not let the bot in is told nothing, and all of it once it does', async () => {
  const { clock, publisher, owed, look } = await openNewsroom();
  publisher.admitAs({ kind: 'off', problem: 'The app was removed.' });
  for (let count = 0; count < 3; count += 1) {
    await look();
    clock.advance(fiveMinutesMs);
  }
  expect((await owed()).filter(([kind]) => kind !== 'notice')).toEqual([]);
  publisher.admitAs({ kind: 'admitted' });

  await look();

  expect((await owed()).map(([kind]) => kind)).toContain('digest');
});

test('its admins are owed one notice, which waits with it, also across restarts of the bot', async () => {
  const { clock, publisher, owed, look, lookAnew } = await openNewsroom();
  publisher.admitAs({ kind: 'off', problem: 'The app was removed.' });

  await look();
  clock.advance(fiveMinutesMs);
  await look();
  await lookAnew();

  expect(await owed()).toEqual([['notice', 'person:U1']]);
});
