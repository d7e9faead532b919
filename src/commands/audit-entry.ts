import type { AuditEntry } from '../domain/audit.ts';
import type { Actor } from '../domain/command.ts';

interface Change {
  /** Name of the command. */
  readonly command: string;
  /** What is changed, as `watch w3`. */
  readonly subject: string;
  /** Data; `null` where there was or is nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

/** The entry of the audit log for a change that somebody makes now. */
export function auditEntry(
  actor: Actor,
  atMs: number,
  { command, subject, before, after }: Change,
): AuditEntry {
  return {
    atMs,
    platform: actor.platform,
    workspaceId: actor.workspaceId,
    personId: actor.personId,
    command,
    subject,
    before: asJson(before),
    after: asJson(after),
  };
}

function asJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
