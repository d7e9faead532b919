import type { Kysely, Transaction } from 'kysely';
import type { AuditEntry } from '../../src/domain/audit.ts';
import type { Follow } from '../../src/domain/posting.ts';
import type { FollowStore } from '../../src/ports/follow-store.ts';
import { writeAudit } from './audit.ts';
import { channelKeyOf, channelRefOf } from './channel-rows.ts';
import type { Tables } from './schema.ts';

export function followStore(db: Kysely<Tables>): FollowStore {
  return {
    list: () => db.transaction().execute(list),
    add: (follow, audit) => db.transaction().execute((trx) => add(trx, follow, audit)),
    remove: (follow, audit) => db.transaction().execute((trx) => remove(trx, follow, audit)),
  };
}

async function list(trx: Transaction<Tables>): Promise<readonly Follow[]> {
  const rows = await trx.selectFrom('follows').selectAll().orderBy('at_ms').orderBy('person_id').execute();
  return rows.map((row) => ({
    kind: row.kind,
    channel: channelRefOf(row),
    subject: { kind: row.subject_kind, id: row.subject_id },
    personId: row.person_id,
    atMs: row.at_ms,
  }));
}

async function add(trx: Transaction<Tables>, follow: Follow, audit: AuditEntry): Promise<void> {
  const inserted = await trx
    .insertInto('follows')
    .values({ ...subjectOf(follow), person_id: follow.personId, at_ms: follow.atMs })
    .onConflict((conflict) => conflict.doNothing())
    .returning('at_ms')
    .executeTakeFirst();
  if (inserted) await writeAudit(trx, audit);
}

async function remove(
  trx: Transaction<Tables>,
  follow: Omit<Follow, 'atMs'>,
  audit: AuditEntry,
): Promise<void> {
  const removed = await trx
    .deleteFrom('follows')
    .where((eb) => eb.and(subjectOf(follow)))
    .$if(follow.kind === 'follow', (query) => query.where('person_id', '=', follow.personId))
    .returning('at_ms')
    .execute();
  if (removed.length > 0) await writeAudit(trx, audit);
}

function subjectOf({ kind, channel, subject }: Omit<Follow, 'atMs'>) {
  return { ...channelKeyOf(channel), kind, subject_kind: subject.kind, subject_id: subject.id };
}
