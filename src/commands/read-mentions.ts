import type { Mention } from '../domain/mention.ts';
import type { Workspace } from '../domain/workspace.ts';
import { callsEverybody } from './calls-everybody.ts';
import { ok, type Reading, refused } from './reading.ts';

/** More would be a roll call, and platforms cut long lines of mentions. */
const mostMentions = 10;
const example = 'person:U1,role:R2, or none';

/** Reads `person:U1,role:R2`, or `none`. */
export function readMentions(
  text: string,
  workspace: Pick<Workspace, 'workspaceId'>,
): Reading<readonly Mention[]> {
  if (text.trim().toLowerCase() === 'none') return ok([]);
  const mentions = new Map<string, Mention>();
  for (const part of text.split(',')) {
    const match = /^(?<kind>person|role):(?<id>[\w-]+)$/.exec(part.trim());
    if (!match?.groups) return refused(`"${part.trim()}" names nobody to mention. Write ${example}.`);
    const { kind, id = '' } = match.groups;
    if (callsEverybody(id, workspace)) {
      return refused(`"${id}" would call everybody. Name people or a role, as ${example}.`);
    }
    mentions.set(part.trim(), { kind: kind === 'role' ? 'role' : 'person', id });
  }
  if (mentions.size <= mostMentions) return ok([...mentions.values()]);
  return refused(`At most ${mostMentions} can be mentioned; write a role instead, as role:R2.`);
}

/** As `readMentions` reads it. */
export function mentionsText(mentions: readonly Mention[]): string {
  return mentions.length > 0 ? mentions.map(({ kind, id }) => `${kind}:${id}`).join(',') : 'none';
}
