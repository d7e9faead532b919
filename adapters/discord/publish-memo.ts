/** More are never under way; the oldest is forgotten. */
const mostRemembered = 1_000;

/** What this process knows of its latest messages, so that none is asked for twice. */
export interface Memo<T> {
  get(key: string): T | undefined;
  /** `undefined` forgets it. */
  set(key: string, value: T | undefined): void;
}

export function createMemo<T>(): Memo<T> {
  const values = new Map<string, T>();
  return {
    get: (key) => values.get(key),
    set(key, value) {
      values.delete(key);
      if (value === undefined) return;
      values.set(key, value);
      const [oldest] = values.keys();
      if (values.size > mostRemembered && oldest !== undefined) values.delete(oldest);
    },
  };
}
