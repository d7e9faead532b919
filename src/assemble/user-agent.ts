import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Names the program, its version and whom to ask, so that a publisher knows who reads and can say so. */
export function userAgent(contact: string | null): string {
  return `Wirewatch/${version} (self-hosted news watcher${contact ? `; ${contact}` : ''})`;
}
