import type { AuditLog } from '../../src/ports/audit-log.ts';
import type { InMemoryState } from './in-memory-state.ts';

export function inMemoryAudit(state: InMemoryState): AuditLog {
  return {
    list: async ({ platform, workspaceId, limit }) =>
      state.audit
        .filter((entry) => entry.platform === platform && entry.workspaceId === workspaceId)
        .reverse()
        .slice(0, limit),
  };
}
