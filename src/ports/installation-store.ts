import type { Workspace } from '../domain/workspace.ts';

/** A workspace that installed the bot. `sealed` holds its tokens, encrypted by who wrote it. */
export interface Installation {
  readonly workspace: Workspace;
  readonly sealed: string;
  readonly installedBy: string;
  readonly atMs: number;
}

export interface InstallationStore {
  /** Adds it, or replaces that of the same workspace. */
  save(installation: Installation): Promise<void>;
  find(workspace: Workspace): Promise<Installation | null>;
  /** Of one platform, oldest first. */
  list(platform: Workspace['platform']): Promise<readonly Installation[]>;
  /**
   * Removes it where it was made before this moment: platforms tell late that the bot was taken away, and whoever installed it
   * again meanwhile keeps it. True when it was removed.
   */
  remove(workspace: Workspace, ifInstalledBeforeMs: number): Promise<boolean>;
}
