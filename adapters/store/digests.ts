import type { Kysely, Transaction } from 'kysely';
import type { Channel } from '../../src/domain/delivery.ts';
import type { ChannelSetup, DigestStore } from '../../src/ports/digest-store.ts';
import { channelKeyOf, channelOf } from './channels.ts';
import { commitDigest } from './commit-digest.ts';
import type { Tables } from './schema.ts';
import { latestSequence } from './stored-article.ts';
import { findUntold } from './untold.ts';

export function digestStore(db: Kysely<Tables>): DigestStore {
  return {
    setUpChannel: (setup, nowMs) => db.transaction().execute((trx) => setUpChannel(trx, setup, nowMs)),
    channels: () => db.transaction().execute(channels),
    untold: (ref, options) => db.transaction().execute((trx) => findUntold(trx, ref, options)),
    commit: (decision) => db.transaction().execute((trx) => commitDigest(trx, decision)),
  };
}

async function setUpChannel(trx: Transaction<Tables>, setup: ChannelSetup, nowMs: number): Promise<void> {
  const settings = {
    digest_cron: setup.digestCron,
    zone: setup.zone,
    max_stories: setup.maxStories,
  };
  await trx
    .insertInto('channels')
    .values({
      ...channelKeyOf(setup.ref),
      ...settings,
      set_up_at_ms: nowMs,
      told_up_to: await latestSequence(trx),
      last_slot_ms: nowMs,
      silence_told_at_ms: null,
      last_posted_at_ms: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'workspace_id', 'channel_id']).doUpdateSet(settings),
    )
    .execute();
}

async function channels(trx: Transaction<Tables>): Promise<readonly Channel[]> {
  const rows = await trx
    .selectFrom('channels')
    .selectAll()
    .orderBy('set_up_at_ms')
    .orderBy('platform')
    .orderBy('workspace_id')
    .orderBy('channel_id')
    .execute();
  return rows.map(channelOf);
}
