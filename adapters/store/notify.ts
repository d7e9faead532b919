import type { Transaction } from 'kysely';
import type { OwedNotice } from '../../src/domain/delivery.ts';
import type { DeliveryStore } from '../../src/ports/delivery-store.ts';
import { makeKnown } from './channels.ts';
import { findDelivery } from './delivery-rows.ts';
import { owe } from './outbox.ts';
import type { Tables } from './schema.ts';

type Notice = Parameters<DeliveryStore['notify']>[0][number] & Partial<Pick<OwedNotice, 'tellsOf'>>;

/** Owes notices whose keys are new, in the caller's transaction: of two processes that noticed, one tells. */
export async function notify(
  trx: Transaction<Tables>,
  notices: readonly Notice[],
  atMs: number,
): Promise<void> {
  for (const { channel, message, tellsOf } of notices) {
    if (await findDelivery(trx, message.key)) continue;
    await makeKnown(trx, channel, atMs);
    await owe(trx, channel, [message], atMs, tellsOf);
  }
}
