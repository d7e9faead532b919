export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export type InTime<Value> = { readonly kind: 'done'; readonly value: Value } | { readonly kind: 'late' };

/** What the work brings, or that it takes longer than `ms`; it goes on then. Rejects as the work does in time. */
export async function inTime<Value>(work: Promise<Value>, ms: number, wait: Wait): Promise<InTime<Value>> {
  const done = new AbortController();
  const late = wait(ms, done.signal).then(
    (): InTime<Value> => ({ kind: 'late' }),
    // Never, but for an aborted one, and then the work has won.
    (): InTime<Value> => ({ kind: 'late' }),
  );
  try {
    return await Promise.race([work.then((value): InTime<Value> => ({ kind: 'done', value })), late]);
  } finally {
    done.abort();
  }
}
