import type { Kysely, Transaction } from 'kysely';
import { type AuditEntry, operatorId } from '../../src/domain/audit.ts';
import type { AuditLog } from '../../src/ports/audit-log.ts';
import { platformOf } from './channel-rows.ts';
import type { Tables } from './schema.ts';

export function auditLog(db: Kysely<Tables>): AuditLog {
  return {
    list: (filter) => db.transaction().execute((trx) => list(trx, filter)),
    lastPerson: (filter) => db.transaction().execute((trx) => lastPerson(trx, filter)),
  };
}

/** Stands in the transaction of the change that it tells of: neither is there without the other. */
export async function writeAudit(trx: Transaction<Tables>, entry: AuditEntry): Promise<void> {
  const { atMs, platform, workspaceId, personId, command, subject, before, after } = entry;
  await trx
    .insertInto('audit')
    .values({
      at_ms: atMs,
      platform,
      workspace_id: workspaceId,
      person_id: personId,
      command,
      subject,
      before,
      after,
    })
    .execute();
}

async function list(
  trx: Transaction<Tables>,
  { platform, workspaceId, limit }: Parameters<AuditLog['list']>[0],
): Promise<readonly AuditEntry[]> {
  const rows = await trx
    .selectFrom('audit')
    .selectAll()
    .where('platform', '=', platform)
    .where('workspace_id', '=', workspaceId)
    .orderBy('audit_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    atMs: row.at_ms,
    platform: platformOf(row.platform),
    workspaceId: row.workspace_id,
    personId: row.person_id,
    command: row.command,
    subject: row.subject,
    before: row.before,
    after: row.after,
  }));
}

async function lastPerson(
  trx: Transaction<Tables>,
  { platform, workspaceId, subject }: Parameters<AuditLog['lastPerson']>[0],
): Promise<string | null> {
  const row = await trx
    .selectFrom('audit')
    .select('person_id')
    .where((eb) => eb.and({ platform, workspace_id: workspaceId, subject }))
    .$if(platform !== 'console', (query) => query.where('person_id', '!=', operatorId))
    .orderBy('audit_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.person_id ?? null;
}
