import type { Json } from '../records.ts';
import type { World } from '../world.ts';

/** What a route is given. */
export interface RouteCall {
  readonly world: World;
  /** What the pattern's `:name` parts stand for. */
  readonly ids: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** `{}` where none came. */
  readonly body: Json;
  /** The body as it came: a list for bulk overwrites. */
  readonly rawBody: unknown;
  readonly fileCount: number;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** Routes are synchronous: what they change is changed at once, whole or not at all. They throw an `ApiError` to refuse. */
export type RouteHandler = (call: RouteCall) => Reply;

/** By method and pattern: `GET /channels/:channel`. */
export type Routes = Readonly<Record<string, RouteHandler>>;

export function ok(body: unknown): Reply {
  return { status: 200, body };
}

export const noContent: Reply = { status: 204, body: null };

export function idOf(call: RouteCall, name: string): string {
  return call.ids[name] ?? '';
}
