import { listAt, textAt } from '../../src/domain/json.ts';
import { isAdminOf } from './is-admin-of.ts';
import { isFullMemberOf } from './is-full-member-of.ts';
import type { PatientCall } from './patient-call.ts';
import { slackFailure } from './slack-errors.ts';
import type { SlackClients } from './web-client.ts';

/** What somebody is in a workspace. */
export interface Standing {
  readonly isAdmin: boolean;
  readonly isVisitor: boolean;
}

/** What Slack is asked of admins; each rejects when it cannot be asked. */
export interface AskAdmins {
  standingOf(workspaceId: string, personId: string, groupId: string | null): Promise<Standing | null>;
  /** How people call a group: `@desk`; `null` where Slack does not know it. */
  handleOf(workspaceId: string, groupId: string): Promise<string | null>;
}

/** People whom the workspace does not know: they are of another one. */
const unknownPerson: readonly string[] = ['user_not_found', 'user_not_visible'];
const visitor: Standing = { isAdmin: false, isVisitor: true };

export function askAdmins(clients: SlackClients, call: PatientCall): AskAdmins {
  async function userOf(workspaceId: string, personId: string): Promise<unknown> {
    const client = await clients.of(workspaceId);
    if (!client) return null;
    const answer = await call(() => client.users.info({ user: personId }));
    return answer.user ?? null;
  }

  async function isInGroup(workspaceId: string, personId: string, groupId: string): Promise<boolean> {
    const client = await clients.of(workspaceId);
    const answer = client && (await call(() => client.usergroups.users.list({ usergroup: groupId })));
    return answer?.users?.includes(personId) ?? false;
  }

  return {
    async standingOf(workspaceId, personId, groupId) {
      try {
        const user = await userOf(workspaceId, personId);
        if (user === null) return null;
        if (!isFullMemberOf(workspaceId, user)) return visitor;
        const isAdmin =
          isAdminOf(workspaceId, user) ||
          (groupId !== null && (await isInGroup(workspaceId, personId, groupId)));
        return { isAdmin, isVisitor: false };
      } catch (error) {
        const failure = slackFailure(error);
        if (failure.kind === 'refused' && unknownPerson.includes(failure.code)) return visitor;
        throw error;
      }
    },
    async handleOf(workspaceId, groupId) {
      const client = await clients.of(workspaceId);
      const answer = client ? await call(() => client.usergroups.list()) : null;
      const group = listAt(answer, 'usergroups').find((each) => textAt(each, 'id') === groupId);
      const handle = textAt(group, 'handle');
      return handle === '' ? null : `@${handle}`;
    },
  };
}
