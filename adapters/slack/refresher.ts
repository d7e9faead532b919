/** Does the work; where there is work for the key already, once more after it. Resolves or rejects with that work. */
export type Refresh = (key: string, work: () => Promise<void>) => Promise<void>;

interface Awaited {
  work: () => Promise<void>;
  readonly done: Promise<void>;
}

/**
 * One work at a time for each key. Whatever is asked for meanwhile is done once, as it was asked for last: somebody who opens
 * a page ten times gets it twice.
 */
export function createRefresher(): Refresh {
  const underWay = new Map<string, Promise<void>>();
  const next = new Map<string, Awaited>();

  function start(key: string, work: () => Promise<void>): Promise<void> {
    const done = work().finally(() => underWay.delete(key));
    underWay.set(key, done);
    return done;
  }

  return (key, work) => {
    const waiting = next.get(key);
    if (waiting) {
      waiting.work = work;
      return waiting.done;
    }
    const before = underWay.get(key);
    if (!before) return start(key, work);
    const again = () => {
      const latest = next.get(key)?.work ?? work;
      next.delete(key);
      return start(key, latest);
    };
    const done = before.then(again, again);
    next.set(key, { work, done });
    return done;
  };
}
