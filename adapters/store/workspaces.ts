import type { Kysely, Transaction } from 'kysely';
import type { AuditEntry } from '../../src/domain/audit.ts';
import { areStill } from '../../src/domain/reconfigured.ts';
import {
  firstWorkspaceSettings,
  type Workspace,
  type WorkspaceSettings,
} from '../../src/domain/workspace.ts';
import type { WorkspaceStore } from '../../src/ports/workspace-store.ts';
import { writeAudit } from './audit.ts';
import { changedMeanwhile } from './channels.ts';
import type { Tables } from './schema.ts';
import { StoreError } from './store-error.ts';

export function workspaceStore(db: Kysely<Tables>): WorkspaceStore {
  return {
    settings: (workspace) => db.transaction().execute((trx) => settingsOf(trx, workspace)),
    change: (workspace, settings, audit) =>
      db.transaction().execute((trx) => change(trx, workspace, settings, audit)),
  };
}

/** A workspace's place in the tables that belong to it. */
export function workspaceKeyOf({ platform, workspaceId }: Workspace) {
  return { platform, workspace_id: workspaceId };
}

async function settingsOf(trx: Transaction<Tables>, workspace: Workspace): Promise<WorkspaceSettings> {
  const row = await trx
    .selectFrom('workspaces')
    .select('settings')
    .where((eb) => eb.and(workspaceKeyOf(workspace)))
    .executeTakeFirst();
  // What an earlier version stored lacks what was added since.
  return row ? { ...firstWorkspaceSettings, ...JSON.parse(row.settings) } : firstWorkspaceSettings;
}

async function change(
  trx: Transaction<Tables>,
  workspace: Workspace,
  settings: WorkspaceSettings,
  audit: AuditEntry,
): Promise<void> {
  const present = await settingsOf(trx, workspace);
  if (!areStill(present, audit.before)) throw new StoreError(changedMeanwhile);
  const text = JSON.stringify(settings);
  await trx
    .insertInto('workspaces')
    .values({ ...workspaceKeyOf(workspace), settings: text })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace_id']).doUpdateSet({ settings: text }))
    .execute();
  await writeAudit(trx, audit);
}
