import type { Platform } from './delivery.ts';

/** One change of configuration: who, when, from where, before and after. */
export interface AuditEntry {
  readonly atMs: number;
  readonly platform: Platform;
  readonly workspaceId: string;
  readonly personId: string;
  /** The command that made it: `watch add`. */
  readonly command: string;
  /** What was changed: a channel, a watch, a story, a delivery. */
  readonly subject: string;
  /** As JSON text; `null` where there was or is nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** `personId` of who works on the command line: on a chat platform it is nobody who could be written to. */
export const operatorId = 'operator';
