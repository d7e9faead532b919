import type { Actor } from '../../src/domain/command.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { WorkspaceStore } from '../../src/ports/workspace-store.ts';
import { type AskAdmins, askAdmins, type Standing } from './ask-admins.ts';
import { createMinuteMemory } from './minute-memory.ts';
import type { PatientCall } from './patient-call.ts';
import { problemOf } from './problem-of.ts';
import type { SlackClients } from './web-client.ts';

export interface Rights extends Pick<Actor, 'isAdmin' | 'admins'> {
  /** Of another workspace, or a guest. Whoever Slack cannot be asked about is none. */
  readonly isVisitor: boolean;
}

/** Who may change things in a workspace. */
export interface Admins {
  rightsOf(workspaceId: string, personId: string): Promise<Rights>;
  /** The same, without waiting where Slack asks for a pause: nobody is an admin then. */
  rightsAtOnce(workspaceId: string, personId: string): Promise<Rights>;
}

interface Parts {
  readonly clients: SlackClients;
  readonly workspaces: WorkspaceStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly patiently: PatientCall;
}

/** Of persons, and of groups; more than that are asked about again. */
const mostKept = 5_000;
const ownersAndAdmins = 'workspace owners and admins';
const atOnce: PatientCall = (call) => call();

/**
 * Owners and admins of the workspace, and the members of its admin group; never a visitor. What Slack cannot be asked makes
 * nobody an admin. An answer is kept for a minute: whoever is made an admin waits that long, whoever no longer is acts that long.
 */
export function createAdmins({ clients, workspaces, clock, log, patiently }: Parts): Admins {
  const standings = createMinuteMemory<Standing>(clock, mostKept);
  const handles = createMinuteMemory<string>(clock, mostKept);

  async function orNull<Value>(asked: Promise<Value | null>): Promise<Value | null> {
    try {
      return await asked;
    } catch (error) {
      log.warn('Slack does not say who is an admin', { problem: problemOf(error) });
      return null;
    }
  }

  async function rights(workspaceId: string, personId: string, { standingOf, handleOf }: AskAdmins) {
    const { adminGroupId } = await workspaces.settings({ platform: 'slack', workspaceId });
    const personKey = `${workspaceId} ${personId} ${adminGroupId ?? ''}`;
    const standing = await standings.get(personKey, () =>
      orNull(standingOf(workspaceId, personId, adminGroupId)),
    );
    const found: Standing = standing ?? { isAdmin: false, isVisitor: false };
    // Only a refusal names them.
    if (found.isAdmin || adminGroupId === null) return { ...found, admins: ownersAndAdmins };
    const groupKey = `${workspaceId} ${adminGroupId}`;
    const handle = await handles.get(groupKey, () => orNull(handleOf(workspaceId, adminGroupId)));
    return { ...found, admins: `${ownersAndAdmins}, and members of ${handle ?? adminGroupId}` };
  }

  return {
    rightsOf: (workspaceId, personId) => rights(workspaceId, personId, askAdmins(clients, patiently)),
    rightsAtOnce: (workspaceId, personId) => rights(workspaceId, personId, askAdmins(clients, atOnce)),
  };
}
