import { expect, test } from 'vitest';
import { runAdminNotices } from '../../../src/deliver/run-admin-notices.ts';
import type { AuditEntry } from '../../../src/domain/audit.ts';
import type { ChannelRef } from '../../../src/domain/delivery.ts';
import { firstWorkspaceSettings } from '../../../src/domain/workspace.ts';
import { namedChannels } from '../../fakes/named-channels.ts';
import { setup } from './channel-setup.ts';
import { noticeOf, openOutbox } from './outbox.ts';
import { listing } from './sample-reports.ts';
import { openWatchDesk } from './watch-desk.ts';

const team: ChannelRef = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };

/** An outbox whose channel was set up by Dana. */
async function openTroubledOutbox() {
  const outbox = await openOutbox([]);
  const { store, clock, publisher } = outbox;
  const publishers = new Map(outbox.tools.publishers).set('slack', publisher);
  Object.assign(outbox.tools, { publishers });
  await store.channels.change(team, setup.settings, {
    atMs: clock.nowMs(),
    ...{ platform: 'slack', workspaceId: 'T1', personId: 'U1', command: 'settings', subject: 'channel C1' },
    before: null,
    after: JSON.stringify(setup.settings),
  });
  const notices = async () =>
    (await store.deliveries.list({ limit: 100 })).filter(({ channel }) => channel.channelId !== 'C1');
  const look = () => runAdminNotices({ ...store, clock, directory: namedChannels({ C1: '#export-news' }) });
  return { ...outbox, look, notices };
}

test('whoever set the channel up is told why a message was given up, and can have it sent again', async () => {
  const { publisher, oweMessages, send, look, notices } = await openTroubledOutbox();
  publisher.failNext({ kind: 'refused', problem: 'The bot is not in the channel. Invite it.' });
  await oweMessages([noticeOf('head')], team);
  await send();

  await look();

  expect(await notices()).toMatchObject([
    {
      channel: { platform: 'slack', workspaceId: 'T1', channelId: 'person:U1' },
      state: 'owed',
      document: {
        heading: 'A message could not be posted in #export-news',
        paragraphs: expect.arrayContaining(['The bot is not in the channel. Invite it.']),
        actions: [{ input: { name: 'deliveries retry', options: { key: 'head' } } }],
      },
    },
  ]);
});

test('the same trouble is told once until the channel is posted to again', async () => {
  const { publisher, oweMessages, send, look, notices } = await openTroubledOutbox();
  const refusal = { kind: 'refused', problem: 'The channel is archived.' } as const;
  for (const key of ['one', 'two']) {
    publisher.failNext(refusal);
    await oweMessages([noticeOf(key)], team);
    await send();
    await look();
    await look();
  }
  expect(await notices()).toHaveLength(1);

  await oweMessages([noticeOf('three')], team);
  await send();
  publisher.failNext(refusal);
  await oweMessages([noticeOf('four')], team);
  await send();
  await look();

  expect(await notices()).toHaveLength(2);
});

test('a notice that cannot be delivered itself is no trouble to be told of', async () => {
  const { publisher, oweMessages, send, look, notices } = await openTroubledOutbox();
  publisher.failNext({ kind: 'refused', problem: 'The channel is archived.' });
  await oweMessages([noticeOf('one')], team);
  await send();
  await look();
  publisher.failNext({ kind: 'refused', problem: 'This person reads no messages.' });
  await send();

  await look();

  expect(await notices()).toHaveLength(1);
});

test('the workspace chooses who is told', async () => {
  const { store, clock, publisher, oweMessages, send, look, notices } = await openTroubledOutbox();
  const audit: AuditEntry = {
    atMs: clock.nowMs(),
    ...{ platform: 'slack', workspaceId: 'T1', personId: 'U1', command: 'workspace', subject: 'workspace' },
    ...{ before: null, after: null },
  };
  await store.workspaces.change(team, { ...firstWorkspaceSettings, noticesTo: 'C9' }, audit);
  publisher.failNext({ kind: 'refused', problem: 'The channel is archived.' });
  await oweMessages([noticeOf('one')], team);
  await send();

  await look();

  expect((await notices()).map(({ channel }) => channel.channelId)).toEqual(['C9']);
});

test('where nobody is known, nobody is told', async () => {
  const { publisher, oweMessages, send, look, notices } = await openTroubledOutbox();
  publisher.failNext({ kind: 'refused', problem: 'The channel is archived.' });
  const before = (await notices()).length;
  await oweMessages([noticeOf('one')], { ...team, workspaceId: 'T2' });
  await send();

  await look();

  expect(await notices()).toHaveLength(before);
});

test('whoever made a watch is asked to approve its alert, once, with all that is needed to decide', async () => {
  const desk = await openWatchDesk('2024-03-04T20:00:00Z');
  await desk.watches('w1', { needsApproval: true, ownerId: 'U7', name: 'Listings' });
  await desk.arrives(listing);
  await desk.hits(1, { watchId: 'w1', matched: ['Entity List'] });
  const [alert] = await desk.minuteAt('2024-03-04T20:05:00Z');

  await runAdminNotices({ ...desk.store, ...desk.tools });
  await runAdminNotices({ ...desk.store, ...desk.tools });

  const [notice, ...others] = (await desk.store.deliveries.list({ limit: 10 })).filter(
    ({ channel }) => channel.channelId === 'person:U7',
  );
  expect(others).toEqual([]);
  expect(notice?.document).toMatchObject({
    heading: 'A message for #newsroom waits for approval',
    paragraphs: expect.arrayContaining([
      'Edit changes the watch for later alerts; this message stays as it is.',
    ]),
    actions: [
      { label: 'approve', input: { name: 'deliveries approve', options: { key: alert?.key } } },
      { label: 'edit', how: 'form', input: { name: 'watch edit', options: { watch: 'w1' } } },
      { label: 'discard', input: { name: 'deliveries discard', options: { key: alert?.key } } },
    ],
  });
});
