import { operatorId } from '../domain/audit.ts';

/** The operator of the command line reads no direct messages. */
export function personOrNull(id: string | null | undefined): string | null {
  return id && id !== operatorId ? id : null;
}
