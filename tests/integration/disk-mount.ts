import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small disk of its own under a folder, which can be full or read-only as no other test can bear. */
export interface MountedDisk {
  /** Leaves so many bytes free. */
  fill(freeBytes: number): void;
  /** Takes away what `fill` put there. */
  relieve(): void;
  setReadOnly(isReadOnly: boolean): void;
  unmount(): void;
}

/** Mounts a disk in memory on an existing folder. Throws where the machine does not let this process. */
export function mountDisk(folder: string, sizeMiB: number): MountedDisk {
  run('mount', '-t', 'tmpfs', '-o', `size=${sizeMiB}m`, 'wirewatch-test', folder);
  const ballast = join(folder, 'ballast');
  return {
    fill(freeBytes) {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - freeBytes)));
    },
    relieve: () => rmSync(ballast),
    setReadOnly: (isReadOnly) => run('mount', '-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder),
    unmount: () => run('umount', folder),
  };
}

/** Whether disks can be mounted here: mostly by root alone, and not in every container. */
export function canMountDisks(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'wirewatch-mount-'));
  try {
    mountDisk(folder, 1).unmount();
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'ignore' });
}
