import { onTestFinished } from 'vitest';
import WebSocket from 'ws';
import type { FakeDiscord } from '../../../fakes/discord/fake-discord.ts';

/** One frame of the Gateway. */
export interface Frame {
  readonly op: number;
  readonly d?: unknown;
  readonly s?: number | null;
  readonly t?: string | null;
}

export interface RawGateway {
  readonly frames: readonly Frame[];
  send(frame: object): void;
  /** Resolves with the first frame that fits, one that has come already included. */
  frame(fits: (frame: Frame) => boolean): Promise<Frame>;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  close(code: number): void;
}

/** A socket that does only what a test says, for what a well-behaved client never does. */
export async function openRawGateway(fake: FakeDiscord, query = 'v=10&encoding=json'): Promise<RawGateway> {
  const frames: Frame[] = [];
  const socket = new WebSocket(`${fake.url.replace('http', 'ws')}/?${query}`);
  onTestFinished(() => socket.terminate());
  socket.on('message', (raw) => frames.push(JSON.parse(String(raw))));
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise((resolve) => socket.once('open', resolve));
  return {
    frames,
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    frame: (fits) => fake.until(() => frames.find(fits)),
    close: (code) => socket.close(code),
  };
}

export function identifyFrame(token: string, more: object = {}): object {
  return { op: 2, d: { token, intents: 513, properties: {}, ...more } };
}
