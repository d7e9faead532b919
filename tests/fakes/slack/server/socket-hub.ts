import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { JsonObject } from '../json.ts';
import type { SlackState } from '../state.ts';
import { createAckDesk } from './ack-desk.ts';
import type { Deliver } from './transport.ts';

/** How long a client may take to answer a close frame. */
const goodbyeMs = 500;

export interface SocketHub {
  readonly openSockets: number;
  /** How many ever said hello. */
  readonly connections: number;
  /** An HTTP request that wants to become a Socket Mode connection. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly deliver: Deliver;
  /** Tells every connection. After `refresh_requested` it gets no more envelopes, and its client is to close it. */
  disconnect(reason: 'refresh_requested' | 'warning'): void;
  drop(): void;
  /** Cuts them at the TCP level. */
  reset(): void;
  stop(): Promise<void>;
}

/** Socket Mode (docs.slack.dev/apis/events-api/using-socket-mode): an envelope goes to one of the open connections. */
export function createSocketHub(state: SlackState): SocketHub {
  const server = new WebSocketServer({ noServer: true });
  const desk = createAckDesk();
  const line = createLine();
  let connections = 0;

  function welcome(socket: WebSocket): void {
    connections += 1;
    const pings = setInterval(() => socket.ping(), state.settings.pingEveryMs);
    socket.on('message', (data) => desk.read(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pings);
      line.leave(socket);
      desk.lose(socket);
    });
    send(socket, helloOf(state, line.sockets.length + 1));
    line.join(socket);
  }

  const deliver: Deliver = async ({ kind, body, attempt, retryReason }) => {
    // A second attempt waits for a connection, for as long as an ack may take.
    if (line.sockets.length === 0 && attempt > 0) await line.joined(state.settings.ackDeadlineMs);
    const socket = line.next();
    if (!socket) return { outcome: 'connection_failed', status: 0, payload: {}, tookMs: 0 };
    const id = state.nextId('envelope');
    const retry = attempt > 0 ? { retry_attempt: attempt, retry_reason: retryReason } : {};
    const accepts = { accepts_response_payload: kind !== 'events_api' };
    const receipt = desk.wait(id, socket, state.settings.ackDeadlineMs);
    send(socket, { envelope_id: id, type: kind, payload: body, ...accepts, ...retry });
    return receipt;
  };

  return {
    get openSockets() {
      return line.sockets.length;
    },
    get connections() {
      return connections;
    },
    upgrade: (request, socket, head) => server.handleUpgrade(request, socket, head, welcome),
    deliver,
    disconnect(reason) {
      for (const socket of [...line.sockets]) {
        send(socket, { type: 'disconnect', reason, debug_info: { host: 'applink-1' } });
        if (reason === 'refresh_requested') line.leave(socket);
      }
    },
    drop() {
      for (const socket of [...line.sockets]) socket.close(1000);
    },
    reset() {
      for (const socket of [...line.sockets]) socket.terminate();
    },
    async stop() {
      await Promise.all([...server.clients].map(closeProperly));
      server.close();
    },
  };
}

/** A client that is cut off while it says goodbye would wait for half a minute; one that does not answer is cut off. */
function closeProperly(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), goodbyeMs);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(1001);
  });
}

/** The connections that take envelopes, in turn. */
function createLine() {
  const sockets: WebSocket[] = [];
  const awaited: (() => void)[] = [];
  return {
    sockets,
    join(socket: WebSocket): void {
      sockets.push(socket);
      for (const tell of awaited.splice(0)) tell();
    },
    leave(socket: WebSocket): void {
      const index = sockets.indexOf(socket);
      if (index >= 0) sockets.splice(index, 1);
    },
    next(): WebSocket | undefined {
      const socket = sockets.shift();
      if (socket) sockets.push(socket);
      return socket;
    },
    joined(deadlineMs: number): Promise<void> {
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, deadlineMs);
        awaited.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
  };
}

function send(socket: WebSocket, message: JsonObject): void {
  socket.send(JSON.stringify(message));
}

function helloOf(state: SlackState, connections: number): JsonObject {
  return {
    type: 'hello',
    num_connections: connections,
    connection_info: { app_id: state.settings.appId },
    debug_info: { host: 'applink-1', approximate_connection_time: 18_060 },
  };
}
