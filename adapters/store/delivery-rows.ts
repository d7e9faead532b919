import type { Selectable, Transaction } from 'kysely';
import type { Delivery, Hold } from '../../src/domain/delivery.ts';
import { channelRefOf } from './channel-rows.ts';
import type { DeliveryTable, Tables } from './schema.ts';

export type DeliveryRow = Selectable<DeliveryTable>;

export function deliveryOf(row: DeliveryRow): Delivery {
  return {
    key: row.key,
    channel: channelRefOf(row),
    sequence: row.sequence ?? 0,
    document: JSON.parse(row.document),
    threadOf: row.thread_of,
    revises: row.revises,
    mentions: JSON.parse(row.mentions),
    hold: holdOf(row),
    state: row.state,
    attempts: row.attempts,
    messageId: row.message_id,
    permalink: row.permalink,
    lastProblem: row.last_problem,
  };
}

export function holdOf({ hold, held_until_ms: untilMs }: DeliveryRow): Hold | null {
  if (hold === 'approval') return { kind: 'approval' };
  return hold === 'quiet' ? { kind: 'quiet', untilMs: untilMs ?? 0 } : null;
}

export async function findDelivery(trx: Transaction<Tables>, key: string): Promise<DeliveryRow | undefined> {
  return await trx.selectFrom('deliveries').selectAll().where('key', '=', key).executeTakeFirst();
}

/** The deliveries that cannot be without this one, and those that cannot be without them, oldest first. */
export async function dependentsOf(trx: Transaction<Tables>, key: string): Promise<readonly DeliveryRow[]> {
  const found: DeliveryRow[] = [];
  const seen = new Set([key]);
  let targets = [key];
  while (targets.length > 0) {
    const rows = await trx
      .selectFrom('deliveries')
      .selectAll()
      .where((eb) => eb.or([eb('thread_of', 'in', targets), eb('revises', 'in', targets)]))
      .execute();
    const fresh = rows.filter((row) => !seen.has(row.key));
    for (const row of fresh) seen.add(row.key);
    found.push(...fresh);
    targets = fresh.map((row) => row.key);
  }
  return found.toSorted((a, b) => a.delivery_id - b.delivery_id);
}
