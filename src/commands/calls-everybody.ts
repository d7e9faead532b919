import type { Workspace } from '../domain/workspace.ts';

/** What platforms call a whole channel by. */
const words: ReadonlySet<string> = new Set(['everyone', 'here', 'channel', 'all']);

/** Whether a mention of this id would call everybody. On Discord, so does the role with the id of the server. */
export function callsEverybody(id: string, { workspaceId }: Pick<Workspace, 'workspaceId'>): boolean {
  return words.has(id.toLowerCase()) || id === workspaceId;
}
