import { access, constants, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { getSystemErrorMessage } from 'node:util';

/** Why messages could not be posted to this journal now, as a sentence; `null` when they could. Writes nothing. */
export async function problemWithJournal(journalPath: string): Promise<string | null> {
  try {
    await openForWriting(journalPath);
    return null;
  } catch (error) {
    return journalProblem(error, journalPath);
  }
}

/** What the file system refused, as a sentence. */
export function journalProblem(error: unknown, journalPath: string): string {
  return `The console's journal ${journalPath} cannot be used: ${reasonOf(error)}. Check the disk and the file's permissions.`;
}

/** A journal that is not there yet is made by the first message, if its folder lets it. */
async function openForWriting(journalPath: string): Promise<void> {
  try {
    const file = await open(journalPath, 'r+');
    await file.close();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    await access(dirname(journalPath), constants.W_OK | constants.X_OK);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('errno' in error && typeof error.errno === 'number') return getSystemErrorMessage(error.errno);
  return error.message;
}
