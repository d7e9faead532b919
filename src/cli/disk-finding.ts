import { statfs } from 'node:fs/promises';
import { type Finding, failed, passed } from '../domain/finding.ts';

const bytesPerMb = 1_000_000;
/** Under this a day of news may no longer fit; a database and its write-ahead log grow by some megabytes at a time. */
const leastFreeBytes = 100 * bytesPerMb;

/** Whether the disk of a folder has room for what is to come. A folder that is not there is the store's finding. */
export async function diskFinding(folder: string): Promise<Finding> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return findingOn(folder, bavail * bsize);
  } catch {
    return passed('disk', `${folder} cannot be looked at yet`);
  }
}

export function findingOn(folder: string, freeBytes: number): Finding {
  const free = `the disk of ${folder} has ${Math.floor(freeBytes / bytesPerMb)} MB left`;
  return freeBytes >= leastFreeBytes
    ? passed('disk', free)
    : failed('disk', free, 'Free some space; what cannot be written waits, and is tried again.');
}
