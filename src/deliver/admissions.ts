import type { Platform } from '../domain/delivery.ts';
import { type Workspace, workspaceKey } from '../domain/workspace.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Admission, Publisher } from '../ports/publisher.ts';

/** A workspace that does not let the bot in. */
export interface ShutWorkspace {
  readonly workspace: Workspace;
  readonly problem: string;
  /** It was found out just now. */
  readonly isNew: boolean;
}

/** Which workspaces let the bot in. */
export interface Admissions {
  /** Those of these that do not. One that cannot be asked now is what it was, and let in at first. */
  shutAmong(workspaces: readonly Workspace[]): Promise<readonly ShutWorkspace[]>;
}

export interface AdmissionTools {
  readonly publishers: ReadonlyMap<Platform, Publisher>;
  readonly clock: Clock;
  readonly log: Log;
}

/** A question each so often for every workspace: far below what platforms allow. */
const askedEveryMs = 5 * 60_000;
const askedAtOnce = 16;

interface Known {
  readonly admission: Admission;
  readonly askedAtMs: number;
}

/** Asks the platforms, and remembers what they say for a while. */
export function createAdmissions({ publishers, clock, log }: AdmissionTools): Admissions {
  const known = new Map<string, Known>();

  async function ask(workspace: Workspace): Promise<Admission> {
    try {
      return (await publishers.get(workspace.platform)?.admissionTo(workspace)) ?? { kind: 'unknown' };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error('A publisher failed', { ...workspaceFields(workspace), reason });
      return { kind: 'unknown' };
    }
  }

  async function look(workspace: Workspace): Promise<readonly ShutWorkspace[]> {
    const before = known.get(workspaceKey(workspace));
    const nowMs = clock.nowMs();
    let admission: Admission = before?.admission ?? { kind: 'unknown' };
    if (before === undefined || Math.abs(nowMs - before.askedAtMs) >= askedEveryMs) {
      const asked = await ask(workspace);
      if (asked.kind !== 'unknown') admission = asked;
      known.set(workspaceKey(workspace), { admission, askedAtMs: nowMs });
    }
    const wasShut = before?.admission.kind === 'off';
    logChange(workspace, wasShut, admission, log);
    return admission.kind === 'off' ? [{ workspace, problem: admission.problem, isNew: !wasShut }] : [];
  }

  return {
    async shutAmong(workspaces) {
      const left = [...new Map(workspaces.map((each) => [workspaceKey(each), each])).values()];
      const shut: ShutWorkspace[] = [];
      while (left.length > 0) {
        const looks = left.splice(0, askedAtOnce).map(look);
        shut.push(...(await Promise.all(looks)).flat());
      }
      return shut;
    },
  };
}

/** Warns once, not at every look. */
function logChange(workspace: Workspace, wasShut: boolean, admission: Admission, log: Log): void {
  const fields = workspaceFields(workspace);
  if (admission.kind !== 'off' && wasShut) log.info('A workspace lets the bot in again', fields);
  if (admission.kind !== 'off' || wasShut) return;
  log.warn('A workspace does not let the bot in', { ...fields, problem: admission.problem });
}

function workspaceFields({ platform, workspaceId }: Workspace) {
  return { platform, workspaceId };
}
