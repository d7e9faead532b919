import { fileURLToPath } from 'node:url';
import { startStoreWorker } from './start-store-worker.ts';
import type { Store, StorePorts } from './store.ts';

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

  function remote<P extends keyof StorePorts, M extends keyof StorePorts[P] & string>(port: P, method: M) {
    const call = (...args: unknown[]) => worker.ask({ port, method, args }, callTimeoutMs);
    return call as StorePorts[P][M];
  }

  return {
    sources: {
      register: remote('sources', 'register'),
      claim: remote('sources', 'claim'),
      recordPoll: remote('sources', 'recordPoll'),
      list: remote('sources', 'list'),
    },
    entries: {
      claim: remote('entries', 'claim'),
      postpone: remote('entries', 'postpone'),
      dismiss: remote('entries', 'dismiss'),
    },
    articles: {
      candidates: remote('articles', 'candidates'),
      keep: remote('articles', 'keep'),
      list: remote('articles', 'list'),
    },
    sentences: { search: remote('sentences', 'search') },
    digests: {
      setUpChannel: remote('digests', 'setUpChannel'),
      channels: remote('digests', 'channels'),
      untold: remote('digests', 'untold'),
      commit: remote('digests', 'commit'),
    },
    deliveries: {
      claimNext: remote('deliveries', 'claimNext'),
      recordPosted: remote('deliveries', 'recordPosted'),
      recordPostponed: remote('deliveries', 'recordPostponed'),
      recordDead: remote('deliveries', 'recordDead'),
      list: remote('deliveries', 'list'),
    },
    claims: { releaseAll: remote('claims', 'releaseAll') },
    close: () => worker.stop(callTimeoutMs),
  };
}
