import type { IncomingMessage, Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { GatewayRecord, Json } from '../records.ts';
import type { Dispatch, World } from '../world.ts';
import { attendSocket, type Sockets } from './attend-socket.ts';
import { op } from './opcodes.ts';
import type { Session } from './session.ts';

export interface Gateway {
  readonly record: GatewayRecord;
  /** Closes all sockets with the code; without one they break. */
  drop(code: number | undefined): void;
  invalidate(isResumable: boolean): void;
  requestReconnect(): void;
  stopAcks(): void;
  stop(): void;
}

/** The Gateway on the server of the REST API: it takes whatever wants to be a WebSocket. */
export function openGateway(world: World, server: Server, url: () => string): Gateway {
  const counts = { connections: 0, heartbeats: 0 };
  const lists = { identifies: [] as Json[], resumes: [] as Json[], closes: [] as number[] };
  const sessions = new Map<string, Session>();
  const open = new Map<WebSocket, Session | null>();
  const sockets: Sockets = { world, sessions, open, counts, lists, url, sendsAcks: true };
  const webSockets = new WebSocketServer({ server });
  webSockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const { searchParams } = new URL(request.url ?? '/', 'ws://fake');
    attendSocket(sockets, socket, searchParams);
  });
  const hear = (event: Dispatch) => {
    for (const session of sessions.values()) session.hear(event);
  };
  world.listeners.add(hear);
  return {
    record: recordOf(sockets),
    drop(code) {
      for (const socket of open.keys()) end(sockets, socket, code);
    },
    invalidate(isResumable) {
      for (const [socket, session] of open) {
        if (!session) continue;
        if (!isResumable) sessions.delete(session.id);
        socket.send(JSON.stringify({ op: op.invalidSession, d: isResumable }));
      }
    },
    requestReconnect() {
      for (const socket of open.keys()) socket.send(JSON.stringify({ op: op.reconnect, d: null }));
    },
    stopAcks() {
      sockets.sendsAcks = false;
    },
    stop() {
      world.listeners.delete(hear);
      for (const socket of open.keys()) socket.terminate();
      webSockets.close();
    },
  };
}

function end({ lists }: Sockets, socket: WebSocket, code: number | undefined): void {
  if (code === undefined) {
    socket.terminate();
    return;
  }
  lists.closes.push(code);
  socket.close(code);
}

function recordOf({ open, sessions, counts, lists }: Sockets): GatewayRecord {
  return {
    ...lists,
    get connections() {
      return counts.connections;
    },
    get open() {
      return open.size;
    },
    get heartbeats() {
      return counts.heartbeats;
    },
    get sequence() {
      return [...sessions.values()].at(-1)?.sequence ?? 0;
    },
  };
}
