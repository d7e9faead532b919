import type { Actor } from '../../src/domain/command.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { WorkspaceStore } from '../../src/ports/workspace-store.ts';
import type { AskApi } from './ask-api.ts';
import { guildPermissions } from './compute-permissions.ts';
import { discordFailure } from './discord-errors.ts';
import { createKept } from './keep.ts';
import { isServerAdmin } from './permissions.ts';
import type { Origin } from './read-origin.ts';

/** Who may change things in a server. */
export interface Admins {
  rightsOf(guildId: string, origin: Origin): Promise<Pick<Actor, 'isAdmin' | 'admins'>>;
}

interface Parts {
  readonly ask: AskApi;
  readonly workspaces: WorkspaceStore;
  readonly clock: Clock;
  readonly log: Log;
}

interface Member {
  readonly isServerAdmin: boolean;
  readonly roleIds: readonly string[];
}

const keepMs = 60_000;
/** Of persons, and of roles. */
const mostKept = 5_000;
const managers = 'members with the permission Manage Server';

/**
 * Whoever may manage the server, and the members of its admin role. An interaction brings both; of anybody else Discord is
 * asked, and what it does not tell makes nobody an admin. An answer is kept for a minute, the role's name too: it is needed at
 * each keystroke of an option that is completed.
 */
export function createAdmins({ ask, workspaces, clock, log }: Parts): Admins {
  const members = createKept<Member>({ keepMs, mostKept, clock });
  const roleNames = createKept<string>({ keepMs, mostKept, clock });

  async function askedMember(guildId: string, personId: string): Promise<Member> {
    const [roleIds, roles, ownerId] = await Promise.all([
      ask.memberRoles(guildId, personId),
      ask.roles(guildId),
      ask.ownerOf(guildId),
    ]);
    const held = guildPermissions({ guildId, personId, roleIds }, { ownerId, roles });
    return { isServerAdmin: isServerAdmin(held), roleIds };
  }

  async function memberOf(guildId: string, { personId, permissions, roleIds }: Origin): Promise<Member> {
    if (permissions !== null) return { isServerAdmin: isServerAdmin(permissions), roleIds };
    const nobody = { isServerAdmin: false, roleIds: [] };
    const asking = members.getOr(`${guildId} ${personId}`, async () => ({
      value: await askedMember(guildId, personId),
      isKept: true,
    }));
    return withFallback(asking, nobody);
  }

  function roleName(guildId: string, roleId: string): Promise<string> {
    return roleNames.getOr(roleId, async () => {
      const roles = await withFallback(ask.roles(guildId), []);
      return { value: roles.find(({ id }) => id === roleId)?.name ?? roleId, isKept: true };
    });
  }

  async function withFallback<Value>(asking: Promise<Value>, fallback: Value): Promise<Value> {
    try {
      return await asking;
    } catch (error) {
      log.warn('Discord does not say who is an admin', { problem: discordFailure(error).problem });
      return fallback;
    }
  }

  return {
    async rightsOf(guildId, origin) {
      const workspace = { platform: 'discord', workspaceId: guildId } as const;
      const { adminGroupId } = await workspaces.settings(workspace);
      const member = await memberOf(guildId, origin);
      const isAdmin =
        member.isServerAdmin || (adminGroupId !== null && member.roleIds.includes(adminGroupId));
      // Only a refusal names them.
      if (isAdmin || adminGroupId === null) return { isAdmin, admins: managers };
      return { isAdmin, admins: `${managers} or the role ${await roleName(guildId, adminGroupId)}` };
    },
  };
}
