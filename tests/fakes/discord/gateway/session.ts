import { randomBytes } from 'node:crypto';
import type { Json } from '../records.ts';
import type { Dispatch } from '../world.ts';
import { isWanted } from './intents.ts';
import { op } from './opcodes.ts';

export type Send = (frame: Json) => void;

/** What a client is told, numbered, and kept for a while so that it can be told again. */
export interface Session {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly sequence: number;
  /** Where its frames go; `null` while no socket stands. */
  send: Send | null;
  tell(type: string, data: Json): void;
  hear(event: Dispatch): void;
  /** Tells again what came after this number. */
  replay(after: number): void;
}

/** Events kept for a RESUME. */
const keptEvents = 1_000;

export function createSession(shard: readonly [number, number], intents: number, send: Send): Session {
  const kept: Json[] = [];
  const state = { sequence: 0 };
  const session: Session = {
    id: randomBytes(16).toString('hex'),
    shard,
    send,
    get sequence() {
      return state.sequence;
    },
    tell(type, data) {
      state.sequence += 1;
      const frame = { op: op.dispatch, s: state.sequence, t: type, d: data };
      kept.push(frame);
      if (kept.length > keptEvents) kept.shift();
      session.send?.(frame);
    },
    hear(event) {
      if (isForShard(shard, event.guildId) && isWanted(event, intents)) session.tell(event.type, event.data);
    },
    replay(after) {
      for (const frame of kept) if (Number(frame['s']) > after) session.send?.(frame);
    },
  };
  return session;
}

/** docs.discord.com: shard_id = (guild_id >> 22) % num_shards; direct messages go to shard 0. */
export function isForShard([id, count]: readonly [number, number], guildId: string | null): boolean {
  return guildId === null ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
}
