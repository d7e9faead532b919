import { valueAt } from '../../src/domain/json.ts';
import type { Origin } from './read-origin.ts';

/** What a window remembers of where it was opened, in its private_metadata. */
export interface WindowMemory {
  /** The command whose form or answer it shows. */
  readonly command: string;
  readonly channelId: string | null;
  readonly threadTs: string | null;
  /** Opened from a Home, which shows what is changed in it. */
  readonly isFromHome: boolean;
}

export function memoryOf(
  command: string,
  { channelId, threadTs }: Pick<Origin, 'channelId' | 'threadTs'>,
  isFromHome: boolean,
): WindowMemory {
  return { command, channelId, threadTs, isFromHome };
}

export function writeMemory(memory: WindowMemory): string {
  return JSON.stringify(memory);
}

/** What `writeMemory` wrote; an empty memory for anything else. */
export function readMemory(text: string): WindowMemory {
  const parsed = parsedOf(text);
  const textOf = (name: string) => {
    const value = valueAt(parsed, name);
    return typeof value === 'string' ? value : null;
  };
  return {
    command: textOf('command') ?? '',
    channelId: textOf('channelId'),
    threadTs: textOf('threadTs'),
    isFromHome: valueAt(parsed, 'isFromHome') === true,
  };
}

function parsedOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
