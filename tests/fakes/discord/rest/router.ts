import { applicationRoutes } from './application-routes.ts';
import { commandRoutes } from './command-routes.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { placeRoutes } from './place-routes.ts';
import type { RouteHandler } from './route.ts';
import { threadRoutes } from './thread-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

export interface Matched {
  /** The pattern, without the method. */
  readonly route: string;
  readonly ids: Readonly<Record<string, string>>;
  readonly handler: RouteHandler;
}

export type Match = (method: string, path: string) => Matched | null;

interface Entry {
  readonly method: string;
  readonly route: string;
  readonly parts: readonly string[];
  readonly handler: RouteHandler;
}

export function createRouter(gatewayUrl: () => string): Match {
  const routes = {
    ...messageRoutes,
    ...threadRoutes,
    ...placeRoutes,
    ...commandRoutes,
    ...interactionRoutes,
    ...webhookRoutes,
    ...applicationRoutes(gatewayUrl),
  };
  const entries = Object.entries(routes).map(([key, handler]): Entry => {
    const [method = '', route = ''] = key.split(' ');
    return { method, route, parts: route.split('/'), handler };
  });
  // The one with the fewest names wins: `/users/@me` before `/users/:user`.
  const bySteps = Map.groupBy(
    entries.toSorted((left, right) => nameCount(left) - nameCount(right)),
    (entry) => entry.parts.length,
  );
  return (method, path) => {
    const parts = path.split('/').map(decodeURIComponent);
    for (const entry of bySteps.get(parts.length) ?? []) {
      const ids = entry.method === method ? idsIn(entry.parts, parts) : null;
      if (ids) return { route: entry.route, ids, handler: entry.handler };
    }
    return null;
  };
}

function nameCount({ parts }: Entry): number {
  return parts.filter((part) => part.startsWith(':')).length;
}

function idsIn(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  const ids: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const found = parts[index] ?? '';
    if (part.startsWith(':')) ids[part.slice(1)] = found;
    else if (part !== found) return null;
  }
  return ids;
}
