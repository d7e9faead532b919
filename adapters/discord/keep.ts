import type { Clock } from '../../src/ports/clock.ts';

/** Values that are remembered for a while, each found out once at a time. */
export interface Kept<Value> {
  /** `undefined` where none is remembered. */
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  forget(key: string): void;
  /** What is remembered, or what `find` brings; those who ask while it is under way wait for the same. */
  getOr(key: string, find: () => Promise<Found<Value>>): Promise<Value>;
}

export interface Found<Value> {
  readonly value: Value;
  /** Is it to be remembered? */
  readonly isKept: boolean;
}

interface KeptOptions {
  readonly keepMs: number;
  /** The one that was set first is forgotten for more. */
  readonly mostKept: number;
  readonly clock: Clock;
}

export function createKept<Value>({ keepMs, mostKept, clock }: KeptOptions): Kept<Value> {
  const values = new Map<string, { readonly value: Value; readonly untilMs: number }>();
  const underWay = new Map<string, Promise<Value>>();

  function get(key: string): Value | undefined {
    const known = values.get(key);
    return known && known.untilMs > clock.nowMs() ? known.value : undefined;
  }

  function set(key: string, value: Value): void {
    values.delete(key);
    values.set(key, { value, untilMs: clock.nowMs() + keepMs });
    const [oldest] = values.keys();
    if (values.size > mostKept && oldest !== undefined) values.delete(oldest);
  }

  async function found(key: string, find: () => Promise<Found<Value>>): Promise<Value> {
    try {
      const { value, isKept } = await find();
      if (isKept) set(key, value);
      return value;
    } finally {
      underWay.delete(key);
    }
  }

  return {
    get,
    set,
    forget: (key) => void values.delete(key),
    async getOr(key, find) {
      const known = get(key);
      if (known !== undefined) return known;
      const finding = underWay.get(key) ?? found(key, find);
      underWay.set(key, finding);
      return finding;
    },
  };
}
