import type { Limited } from './rate-limits.ts';

/** What a test has in store for the next request of a route. */
export type Trouble =
  | { readonly kind: 'limited'; readonly limited: Limited }
  | { readonly kind: 'refused'; readonly status: number; readonly code: number }
  | { readonly kind: 'hangUp'; readonly how: 'lost' | 'dropped' };

export interface StoredTroubles {
  /** `route` is `METHOD /pattern`. */
  add(route: string, trouble: Trouble): void;
  /** The oldest of the route, which is used up by that. */
  take(route: string): Trouble | null;
}

export function createTroubles(): StoredTroubles {
  const stored = new Map<string, Trouble[]>();
  return {
    add(route, trouble) {
      stored.set(route, [...(stored.get(route) ?? []), trouble]);
    },
    take: (route) => stored.get(route)?.shift() ?? null,
  };
}
