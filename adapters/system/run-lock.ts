import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

/** Whether this process is the only bot on a data folder. */
export interface RunLock {
  /** False where another living process holds the folder: claims of dead processes must then run out by themselves. */
  readonly isAlone: boolean;
  /** Lets go of the folder. A second call does nothing. */
  release(): void;
}

/** In a container every start has the same process number; the start's moment tells them apart. */
const ownMark = `${process.pid} ${Math.round(performance.timeOrigin)}`;

/**
 * Takes the lock file of a data folder. One that a dead process left behind (its number is in the file) is taken
 * over. A number that the system has given to another program since counts as alive: the bot then only waits longer.
 */
export function takeRunLock(path: string): RunLock {
  if (create(path)) return held(path);
  if (isHeld(ownerOf(path))) return { isAlone: false, release: () => undefined };
  rmSync(path, { force: true });
  return create(path) ? held(path) : { isAlone: false, release: () => undefined };
}

function held(path: string): RunLock {
  return {
    isAlone: true,
    release: () => {
      if (ownerOf(path) === ownMark) rmSync(path, { force: true });
    },
  };
}

/** `wx` fails when the file is there: two processes that start together cannot both succeed. */
function create(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, ownMark);
    closeSync(file);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function ownerOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function isHeld(owner: string): boolean {
  const pid = Number(owner.split(' ')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return owner === ownMark;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives and belongs to somebody else.
    return isCode(error, 'EPERM');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
