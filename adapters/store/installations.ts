import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Platform } from '../../src/domain/delivery.ts';
import type { Workspace } from '../../src/domain/workspace.ts';
import type { Installation, InstallationStore } from '../../src/ports/installation-store.ts';
import { platformOf } from './channel-rows.ts';
import type { Tables } from './schema.ts';
import type { InstallationTable } from './workspace-tables.ts';
import { workspaceKeyOf } from './workspaces.ts';

export function installationStore(db: Kysely<Tables>): InstallationStore {
  return {
    save: (installation) => db.transaction().execute((trx) => save(trx, installation)),
    find: (workspace) => db.transaction().execute((trx) => find(trx, workspace)),
    list: (platform) => db.transaction().execute((trx) => list(trx, platform)),
    remove: (workspace, ifInstalledBeforeMs) =>
      db.transaction().execute((trx) => remove(trx, workspace, ifInstalledBeforeMs)),
  };
}

async function save(trx: Transaction<Tables>, installation: Installation): Promise<void> {
  const { workspace, sealed, installedBy, atMs } = installation;
  const values = { sealed, installed_by: installedBy, at_ms: atMs };
  await trx
    .insertInto('installations')
    .values({ ...workspaceKeyOf(workspace), ...values })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace_id']).doUpdateSet(values))
    .execute();
}

async function find(trx: Transaction<Tables>, workspace: Workspace): Promise<Installation | null> {
  const row = await trx
    .selectFrom('installations')
    .selectAll()
    .where((eb) => eb.and(workspaceKeyOf(workspace)))
    .executeTakeFirst();
  return row ? installationOf(row) : null;
}

async function list(trx: Transaction<Tables>, platform: Platform): Promise<readonly Installation[]> {
  const rows = await trx
    .selectFrom('installations')
    .selectAll()
    .where('platform', '=', platform)
    .orderBy('at_ms')
    .orderBy('workspace_id')
    .execute();
  return rows.map(installationOf);
}

async function remove(
  trx: Transaction<Tables>,
  workspace: Workspace,
  ifInstalledBeforeMs: number,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('installations')
    .where((eb) => eb.and(workspaceKeyOf(workspace)))
    .where('at_ms', '<', ifInstalledBeforeMs)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function installationOf(row: Selectable<InstallationTable>): Installation {
  return {
    workspace: { platform: platformOf(row.platform), workspaceId: row.workspace_id },
    sealed: row.sealed,
    installedBy: row.installed_by,
    atMs: row.at_ms,
  };
}
