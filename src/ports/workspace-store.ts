import type { AuditEntry } from '../domain/audit.ts';
import type { Workspace, WorkspaceSettings } from '../domain/workspace.ts';

/** Settings of whole workspaces. */
export interface WorkspaceStore {
  /** `firstWorkspaceSettings` for one that nothing was set of. */
  settings(workspace: Workspace): Promise<WorkspaceSettings>;
  change(workspace: Workspace, settings: WorkspaceSettings, audit: AuditEntry): Promise<void>;
}
