import { operatorId } from '../../src/domain/audit.ts';
import type { AuditLog } from '../../src/ports/audit-log.ts';
import type { InMemoryState } from './in-memory-state.ts';

export function inMemoryAudit(state: InMemoryState): AuditLog {
  return {
    list: async ({ platform, workspaceId, limit }) =>
      state.audit
        .filter((entry) => entry.platform === platform && entry.workspaceId === workspaceId)
        .reverse()
        .slice(0, limit),
    lastPerson: async ({ platform, workspaceId, subject }) => {
      const last = state.audit.findLast(
        (entry) =>
          entry.platform === platform &&
          entry.workspaceId === workspaceId &&
          entry.subject === subject &&
          (platform === 'console' || entry.personId !== operatorId),
      );
      return last?.personId ?? null;
    },
  };
}
