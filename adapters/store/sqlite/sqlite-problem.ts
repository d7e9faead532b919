const full = (path: string) => `The disk of the database ${path} is full. Free some space on it.`;

/** Primary and extended result codes: https://www.sqlite.org/rescode.html */
const sentences: Readonly<Record<number, (path: string) => string>> = {
  5: (path) => `The database ${path} is held by another process. Try again, or stop that process.`,
  6: (path) => `The database ${path} is held by another process. Try again, or stop that process.`,
  8: (path) => `The database ${path} cannot be written. Make its file and folder writable.`,
  10: (path) => `The disk failed while the database ${path} was read or written. Check the disk.`,
  11: (path) => `The database ${path} is damaged. Put a backup in its place, or move it away to begin anew.`,
  13: full,
  14: (path) => `The database ${path} cannot be opened. Make its file and folder readable and writable.`,
  // SQLITE_IOERR_SHMSIZE: with nothing left the shared index of the write-ahead log cannot even be begun.
  4874: full,
  26: (path) => `The file ${path} is not a database. Move it away, or use another data folder.`,
};

/** What a failure of SQLite or of the file system means to the operator; `null` for any other error. */
export function sqliteProblem(error: unknown, path: string): string | null {
  if (!(error instanceof Error)) return null;
  if ('errcode' in error && typeof error.errcode === 'number') {
    return (sentences[error.errcode] ?? sentences[error.errcode & 0xff])?.(path) ?? null;
  }
  const isFolderProblem = 'syscall' in error && error.syscall === 'mkdir';
  if (isFolderProblem && 'code' in error && error.code === 'EEXIST') {
    return `The folder for the database ${path} is a file. Name a folder.`;
  }
  if (isFolderProblem) return `The folder for the database ${path} cannot be made: ${error.message}.`;
  return null;
}
