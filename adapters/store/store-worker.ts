import { workerData } from 'node:worker_threads';
import { openDatabase } from './open-database.ts';
import { sqliteProblem } from './sqlite/sqlite-problem.ts';
import type { Store } from './store.ts';
import type { StoreCall, StoreReply, StoreSettings } from './store-call.ts';
import { StoreError } from './store-error.ts';

const settings: StoreSettings = workerData;

/** Opened by the first call, whichever it is: a worker that replaces a stuck one begins without greeting. */
let opened: Store | null = null;

/** Carries out one call. Calls come one at a time, so that each transaction has the connection to itself. */
export async function answerCall(call: StoreCall): Promise<StoreReply> {
  try {
    if (call.port === 'store' && call.method === 'close') return { kind: 'done', value: await close() };
    opened ??= await openDatabase(settings);
    return { kind: 'done', value: await carryOut(opened, call) };
  } catch (error) {
    return {
      kind: 'problem',
      problem: problemOf(error, call),
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

async function carryOut(store: Store, call: StoreCall): Promise<unknown> {
  if (call.port === 'store') return null;
  const port: unknown = Reflect.get(store, call.port);
  const method: unknown = typeof port === 'object' && port !== null ? Reflect.get(port, call.method) : null;
  if (typeof method !== 'function') throw new StoreError(`The store has no ${call.port}.${call.method}.`);
  return await Reflect.apply(method, port, call.args);
}

async function close(): Promise<void> {
  const store = opened;
  opened = null;
  await store?.close();
}

function problemOf(error: unknown, call: StoreCall): string {
  if (error instanceof StoreError) return error.message;
  const known = sqliteProblem(error, settings.path);
  if (known !== null) return known;
  const message = error instanceof Error ? error.message : String(error);
  return `The store could not carry out ${call.port}.${call.method}: ${message}`;
}
