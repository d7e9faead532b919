import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { MessageDocument } from '../../src/domain/message-document.ts';

/** One message as it stands in the console's channel, or the new text of one that stands before it. */
export interface JournalLine {
  readonly key: string;
  readonly channel: ChannelRef;
  readonly threadMessageId: string | null;
  readonly messageId: string;
  readonly atMs: number;
  readonly kind: MessageDocument['kind'] | 'revision';
  /** Message whose text this line replaces, `null` for a message of its own. */
  readonly revises: string | null;
  readonly text: string;
}

/** `torn` is how the file ended without a line break: a process died while it wrote that. */
interface Reading {
  readonly lines: readonly JournalLine[];
  readonly completeBytes: number;
  readonly tornBytes: number;
}

const lineBreak = 0x0a;

/**
 * A file of JSON lines that is only appended to. Several processes may append: each line is one write with
 * O_APPEND, so lines never mix. What other processes appended is read on every look.
 */
export interface Journal {
  find(key: string, channel: ChannelRef): Promise<JournalLine | null>;
  /** Resolves when the line is on the disk; rejects with the error of the file system when it is not there. */
  append(line: JournalLine): Promise<void>;
}

export function createJournal(path: string): Journal {
  const known = new Map<string, JournalLine>();
  let readBytes = 0;

  /** Reads on from where the last look ended, and from the start when the file has become shorter. */
  async function readOn(file: FileHandle): Promise<Reading> {
    const { size } = await file.stat();
    if (size < readBytes) {
      known.clear();
      readBytes = 0;
    }
    const reading = await readLines(file, readBytes, size);
    for (const line of reading.lines) if (!known.has(placeOf(line))) known.set(placeOf(line), line);
    readBytes = reading.completeBytes;
    return reading;
  }

  async function find(key: string, channel: ChannelRef): Promise<JournalLine | null> {
    const file = await openToRead(path);
    if (!file) return null;
    try {
      await readOn(file);
    } finally {
      await file.close();
    }
    return known.get(placeOf({ key, channel })) ?? null;
  }

  async function append(line: JournalLine): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a+');
    try {
      const { completeBytes, tornBytes } = await readOn(file);
      if (tornBytes > 0) await file.truncate(completeBytes);
      const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
      const { bytesWritten } = await file.write(bytes);
      if (bytesWritten < bytes.length) throw new ShortWriteError(bytesWritten, bytes.length);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  return { find, append };
}

/** The disk took a part of a line only. What it took is torn, and goes with the next append. */
class ShortWriteError extends Error {
  readonly code = 'ENOSPC';
  constructor(writtenBytes: number, lineBytes: number) {
    super(`Only ${writtenBytes} of ${lineBytes} bytes could be written`);
    this.name = 'ShortWriteError';
  }
}

async function openToRead(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function readLines(file: FileHandle, fromBytes: number, sizeBytes: number): Promise<Reading> {
  const bytes = Buffer.alloc(sizeBytes - fromBytes);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, fromBytes);
  const complete = bytes.subarray(0, bytes.subarray(0, bytesRead).lastIndexOf(lineBreak) + 1);
  const lines = complete.toString('utf8').split('\n').flatMap(parseLine);
  return {
    lines,
    completeBytes: fromBytes + complete.length,
    tornBytes: bytesRead - complete.length,
  };
}

/** A line that is no JSON was not written by us and names no message. */
function parseLine(text: string): readonly JournalLine[] {
  try {
    const line: unknown = JSON.parse(text);
    return isJournalLine(line) ? [line] : [];
  } catch {
    return [];
  }
}

function isJournalLine(line: unknown): line is JournalLine {
  if (typeof line !== 'object' || line === null || !('channel' in line)) return false;
  const { channel } = line;
  const hasChannel = typeof channel === 'object' && channel !== null && 'channelId' in channel;
  return hasChannel && 'key' in line && typeof line.key === 'string' && 'messageId' in line;
}

function placeOf({ key, channel }: { key: string; channel: ChannelRef }): string {
  return JSON.stringify([channel.workspaceId, channel.channelId, key]);
}
