import { areStill } from '../../src/domain/reconfigured.ts';
import { firstWorkspaceSettings, type Workspace } from '../../src/domain/workspace.ts';
import type { InstallationStore } from '../../src/ports/installation-store.ts';
import type { WorkspaceStore } from '../../src/ports/workspace-store.ts';
import type { InMemoryState } from './in-memory-state.ts';

export function inMemoryWorkspaces(state: InMemoryState): WorkspaceStore {
  const settingsOf = (workspace: Workspace) => ({
    ...firstWorkspaceSettings,
    ...state.workspaces.get(placeOf(workspace)),
  });
  return {
    settings: async (workspace) => settingsOf(workspace),
    change: async (workspace, settings, audit) => {
      if (!areStill(settingsOf(workspace), audit.before)) {
        throw new Error('Somebody else changed these settings meanwhile. Look at them, and try again.');
      }
      state.workspaces.set(placeOf(workspace), settings);
      state.audit.push(audit);
    },
  };
}

export function inMemoryInstallations(state: InMemoryState): InstallationStore {
  return {
    save: async (installation) => {
      state.installations.set(placeOf(installation.workspace), installation);
    },
    find: async (workspace) => state.installations.get(placeOf(workspace)) ?? null,
    list: async (platform) =>
      [...state.installations.values()]
        .filter(({ workspace }) => workspace.platform === platform)
        .toSorted((a, b) => a.atMs - b.atMs || (a.workspace.workspaceId < b.workspace.workspaceId ? -1 : 1)),
    remove: async (workspace, ifInstalledBeforeMs) => {
      const kept = state.installations.get(placeOf(workspace));
      return kept !== undefined && kept.atMs < ifInstalledBeforeMs
        ? state.installations.delete(placeOf(workspace))
        : false;
    },
  };
}

function placeOf({ platform, workspaceId }: Workspace): string {
  return JSON.stringify([platform, workspaceId]);
}
