import type { Actor } from '../domain/command.ts';
import { personChannel, personOf, type WorkspaceSettings } from '../domain/workspace.ts';
import type { CommandServices } from './command.ts';
import { readFollowers } from './read-followers.ts';
import { ok, type Reading, refused } from './reading.ts';
import { targetChannel } from './target-channel.ts';

/** Ids of both platforms are letters and digits. */
const groupId = /^(?:role:)?(?<id>[A-Za-z0-9]{2,40})$/;
const personId = /^[A-Za-z0-9._-]{1,60}$/;

/** The settings that these options make of the present ones; the first option that is wrong refuses all. */
export async function readWorkspaceSettings(
  { admins, notices, followers }: Readonly<Record<string, string>>,
  present: WorkspaceSettings,
  actor: Actor,
  services: Pick<CommandServices, 'channels' | 'directory'>,
): Promise<Reading<WorkspaceSettings>> {
  const adminGroupId = admins ? readGroup(admins) : ok(present.adminGroupId);
  if (adminGroupId.kind === 'refused') return adminGroupId;
  const noticesTo = notices ? await readNotices(notices, actor, services) : ok(present.noticesTo);
  if (noticesTo.kind === 'refused') return noticesTo;
  const followersBy = followers ? readFollowers(followers, actor) : ok(present.followersBy);
  if (followersBy.kind === 'refused') return followersBy;
  return ok({
    adminGroupId: adminGroupId.value,
    noticesTo: noticesTo.value,
    followersBy: followersBy.value,
  });
}

function readGroup(text: string): Reading<string | null> {
  if (isNone(text)) return ok(null);
  const id = groupId.exec(text.trim())?.groups?.['id'];
  if (id) return ok(id);
  return refused(`"${text}" is no id of a group. Write the id of a user group or role, as S0123AB, or none.`);
}

/** A channel that is there, a person's direct messages, or nobody in particular. */
async function readNotices(
  text: string,
  actor: Actor,
  services: Pick<CommandServices, 'channels' | 'directory'>,
): Promise<Reading<string | null>> {
  if (isNone(text)) return ok(null);
  const person = personOf({ channelId: text.trim() });
  if (person === null) {
    const target = await targetChannel(text, actor, services);
    return target.kind === 'refused' ? target : ok(target.value.ref.channelId);
  }
  if (personId.test(person)) return ok(personChannel(actor, person).channelId);
  return refused(`"${text}" names nobody. Write person: and an id, as person:U1, a channel, or none.`);
}

function isNone(text: string): boolean {
  return text.trim().toLowerCase() === 'none';
}
