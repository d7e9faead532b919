import { performance } from 'node:perf_hooks';
import type { WebSocket } from 'ws';
import { type JsonObject, objectOf, parsedJson, textOf } from '../json.ts';
import type { Receipt } from './transport.ts';

/** The envelopes that wait for their ack. */
export interface AckDesk {
  /** Resolves with the ack, or when the deadline is over or the connection is. */
  wait(envelopeId: string, socket: WebSocket, deadlineMs: number): Promise<Receipt>;
  /** Reads what a client sent. */
  read(text: string): void;
  lose(socket: WebSocket): void;
}

interface Waiting {
  readonly socket: WebSocket;
  readonly settle: (outcome: Receipt['outcome'], payload: JsonObject) => void;
}

export function createAckDesk(): AckDesk {
  const waiting = new Map<string, Waiting>();
  return {
    wait(envelopeId, socket, deadlineMs) {
      const startMs = performance.now();
      return new Promise((resolve) => {
        const deadline = setTimeout(() => settle('timeout', {}), deadlineMs);
        function settle(outcome: Receipt['outcome'], payload: JsonObject): void {
          clearTimeout(deadline);
          waiting.delete(envelopeId);
          const status = outcome === 'acked' ? 200 : 0;
          resolve({ outcome, status, payload, tookMs: performance.now() - startMs });
        }
        waiting.set(envelopeId, { socket, settle });
      });
    },
    read(text) {
      const ack = objectOf(parsedJson(text));
      waiting.get(textOf(ack['envelope_id']))?.settle('acked', objectOf(ack['payload']));
    },
    lose(socket) {
      for (const each of [...waiting.values()])
        if (each.socket === socket) each.settle('connection_failed', {});
    },
  };
}
