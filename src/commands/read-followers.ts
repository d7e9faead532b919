import type { FollowersBy, Workspace } from '../domain/workspace.ts';
import { callsEverybody } from './calls-everybody.ts';
import { ok, type Reading, refused } from './reading.ts';

/** Ids of both platforms are letters and digits. */
const role = /^role:(?<id>[A-Za-z0-9]{2,40})$/;

/** Reads `mention`, `dm` or `role:R2`. */
export function readFollowers(text: string, workspace: Pick<Workspace, 'workspaceId'>): Reading<FollowersBy> {
  const wanted = text.trim();
  const word = wanted.toLowerCase();
  if (word === 'mention' || word === 'dm') return ok(word);
  const id = role.exec(wanted)?.groups?.['id'];
  if (!id) return refused(`"${text}" is no way to tell followers. Write mention, dm, or role:R2.`);
  if (callsEverybody(id, workspace)) {
    return refused(`"${id}" would call everybody. Write mention, dm, or role: and the id of a role.`);
  }
  return ok({ role: id });
}

/** As `readFollowers` reads it. */
export function followersText(by: FollowersBy): string {
  return typeof by === 'string' ? by : `role:${by.role}`;
}
