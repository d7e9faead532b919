import { readFileSync } from 'node:fs';

export type TextFile =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'missing' }
  /** `reason` completes "cannot be read: ". */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** How the loader reaches files: paths in, texts out; tests hand in their own. */
export type ReadText = (path: string) => TextFile;

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  EISDIR: 'it is a folder',
};

/** Reads a UTF-8 file, without its byte order mark. */
export function readTextFile(path: string): TextFile {
  try {
    return { kind: 'read', text: readFileSync(path, 'utf8').replace(/^\uFEFF/, '') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
    return { kind: 'unreadable', reason: reasons[code] ?? code };
  }
}
