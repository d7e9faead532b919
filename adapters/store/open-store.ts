import { fileURLToPath } from 'node:url';
import { startStoreWorker } from './start-store-worker.ts';
import type { Store, StorePorts } from './store.ts';
import { methodsOf } from './store-methods.ts';

const defaultCallTimeoutMs = 30_000;

/** Opening may have to migrate a large database. */
const openTimeoutMs = 120_000;

/**
 * Opens the store's database at `path` (made with its folder when it is not there) in a worker thread of its own,
 * brings its schema up to date, and answers the ports, each method of which is one transaction. Calls are
 * carried out one after the other. One that takes longer than `callTimeoutMs` (default 30 s), waiting
 * included, is rejected. Every rejection, also of the opening, is a `StoreError` whose message is a sentence.
 */
export async function openStore(options: { path: string; callTimeoutMs?: number }): Promise<Store> {
  const callTimeoutMs = options.callTimeoutMs ?? defaultCallTimeoutMs;
  const worker = startStoreWorker(fileURLToPath(new URL('./store-worker.ts', import.meta.url)), {
    path: options.path,
    // Shorter than the call, so that a database held by others is told as such and the worker goes on.
    busyTimeoutMs: Math.floor(callTimeoutMs * 0.8),
  });
  try {
    await worker.ask({ port: 'store', method: 'open', args: [] }, openTimeoutMs);
  } catch (error) {
    await worker.stop(callTimeoutMs);
    throw error;
  }

  function remote<P extends keyof StorePorts>(port: P): StorePorts[P] {
    const methods = methodsOf(port).map((method) => [
      method,
      (...args: unknown[]) => worker.ask({ port, method, args }, callTimeoutMs),
    ]);
    return Object.fromEntries(methods) as StorePorts[P];
  }

  return {
    sources: remote('sources'),
    entries: remote('entries'),
    articles: remote('articles'),
    sentences: remote('sentences'),
    stories: remote('stories'),
    digests: remote('digests'),
    deliveries: remote('deliveries'),
    desk: remote('desk'),
    channels: remote('channels'),
    postings: remote('postings'),
    follows: remote('follows'),
    watches: remote('watches'),
    matches: remote('matches'),
    alerts: remote('alerts'),
    audit: remote('audit'),
    feedback: remote('feedback'),
    workspaces: remote('workspaces'),
    installations: remote('installations'),
    conversations: remote('conversations'),
    actions: remote('actions'),
    events: remote('events'),
    claims: remote('claims'),
    close: () => worker.stop(callTimeoutMs),
  };
}
