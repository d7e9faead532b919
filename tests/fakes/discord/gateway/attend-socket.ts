import type { RawData, WebSocket } from 'ws';
import type { Json } from '../records.ts';
import { isJson, jsonOf } from '../validate/fields.ts';
import type { World } from '../world.ts';
import { identifyProblem, shardOf, welcome } from './identify.ts';
import { close, endingCloses, op } from './opcodes.ts';
import { createSession, type Session } from './session.ts';

/** What all sockets share. */
export interface Sockets {
  readonly world: World;
  /** Those that stand or can be resumed, by id. */
  readonly sessions: Map<string, Session>;
  /** The open sockets, with the session of each once it has one. */
  readonly open: Map<WebSocket, Session | null>;
  readonly counts: { connections: number; heartbeats: number };
  readonly lists: { readonly identifies: Json[]; readonly resumes: Json[]; readonly closes: number[] };
  readonly url: () => string;
  sendsAcks: boolean;
}

/** docs.discord.com/developers/events/gateway: 120 events in 60 seconds. */
const maxSends = 120;
const sendWindowMs = 60_000;

export function attendSocket(sockets: Sockets, socket: WebSocket, query: URLSearchParams): void {
  const { world, open, counts } = sockets;
  counts.connections += 1;
  open.set(socket, null);
  socket.on('close', (code) => leave(sockets, socket, code));
  // A client that was killed leaves a broken socket, which is closed next.
  socket.on('error', () => undefined);
  if (query.get('v') !== '10' || query.get('encoding') !== 'json') {
    turnAway(sockets, socket, close.invalidVersion);
    return;
  }
  const sends = { sinceMs: performance.now(), count: 0 };
  socket.on('message', (raw) => {
    if (performance.now() - sends.sinceMs > sendWindowMs)
      Object.assign(sends, { sinceMs: performance.now(), count: 0 });
    sends.count += 1;
    const code = sends.count > maxSends ? close.rateLimited : hearFrame(sockets, socket, frameOf(raw));
    if (code !== null) turnAway(sockets, socket, code);
    world.changes.notify();
  });
  const heartbeat_interval = world.options.heartbeatIntervalMs ?? 41_250;
  socket.send(JSON.stringify({ op: op.hello, d: { heartbeat_interval } }));
}

function frameOf(raw: RawData): Json | null {
  try {
    const frame: unknown = JSON.parse(String(raw));
    return isJson(frame) ? frame : null;
  } catch {
    return null;
  }
}

/** The close code with which the frame is answered; `null` where all is well. */
function hearFrame(sockets: Sockets, socket: WebSocket, frame: Json | null): number | null {
  const session = sockets.open.get(socket);
  switch (frame?.['op']) {
    case undefined:
      return close.decodeError;
    case op.heartbeat:
      sockets.counts.heartbeats += 1;
      if (sockets.sendsAcks) socket.send(JSON.stringify({ op: op.heartbeatAck }));
      return null;
    case op.identify:
      return session ? close.alreadyAuthenticated : identify(sockets, socket, jsonOf(frame?.['d']));
    case op.resume:
      return session ? close.alreadyAuthenticated : resume(sockets, socket, jsonOf(frame?.['d']));
    case op.presence:
    case op.voice:
    case op.requestMembers:
      return session ? null : close.notAuthenticated;
    default:
      return close.unknownOpcode;
  }
}

function identify(
  { world, sessions, open, lists, url }: Sockets,
  socket: WebSocket,
  data: Json,
): number | null {
  const problem = identifyProblem(world, data);
  if (problem !== null) return problem;
  lists.identifies.push(data);
  const send = (frame: Json) => socket.send(JSON.stringify(frame));
  const session = createSession(shardOf(data), Number(data['intents']), send);
  sessions.set(session.id, session);
  open.set(socket, session);
  welcome(world, session, url());
  return null;
}

function resume({ world, sessions, open, lists }: Sockets, socket: WebSocket, data: Json): number | null {
  if (data['token'] !== world.token) return close.authenticationFailed;
  const session = sessions.get(String(data['session_id']));
  const sequence = Number(data['seq']);
  if (!session) {
    socket.send(JSON.stringify({ op: op.invalidSession, d: false }));
    return null;
  }
  if (!Number.isInteger(sequence) || sequence > session.sequence) {
    sessions.delete(session.id);
    return close.invalidSequence;
  }
  lists.resumes.push(data);
  session.send = (frame) => socket.send(JSON.stringify(frame));
  open.set(socket, session);
  session.replay(sequence);
  session.tell('RESUMED', {});
  return null;
}

function turnAway({ lists }: Sockets, socket: WebSocket, code: number): void {
  lists.closes.push(code);
  socket.close(code);
}

/** A session outlives its socket, unless the close code ends it. */
function leave({ world, sessions, open }: Sockets, socket: WebSocket, code: number): void {
  const session = open.get(socket);
  open.delete(socket);
  if (session && endingCloses.has(code)) sessions.delete(session.id);
  // A client that came back on a second socket before the first was seen to be gone keeps its session.
  if (session && ![...open.values()].includes(session)) session.send = null;
  world.changes.notify();
}
