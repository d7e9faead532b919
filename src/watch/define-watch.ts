import type { ChannelRef } from '../domain/delivery.ts';
import { singleLine } from '../domain/text/plain-text.ts';
import { shortHash } from '../domain/text/short-hash.ts';
import type { Watch } from '../domain/watch.ts';
import { isOfWorkspace } from '../domain/workspace.ts';
import { parseQuery, type QueryTools } from './parse-query.ts';

/** What a person gave for a watch. */
export interface WatchWish
  extends Pick<
    Watch,
    'query' | 'channel' | 'cadence' | 'threshold' | 'mentions' | 'needsApproval' | 'isCritical'
  > {
  /** `null`: the query, shortened. */
  readonly name: string | null;
}

export interface DefineContext {
  /** The watches of all workspaces. */
  readonly existing: readonly Watch[];
  /** The watch that is changed, `null` for a new one. Its id, owner and beginning stay. */
  readonly edited: Watch | null;
  /** Who asks: the owner of a new watch. */
  readonly personId: string;
  readonly nowMs: number;
  readonly queryTools: QueryTools;
}

export type DefinedWatch =
  | { readonly kind: 'defined'; readonly watch: Watch }
  /** `problem` is a sentence that says what to write or do instead. */
  | { readonly kind: 'refused'; readonly problem: string };

const mostInWorkspace = 1_000;
/** So many were measured in tests/bench/watches.ts. */
const mostInAll = 100_000;
/** A name stands in one line of an alert. */
const mostNameChars = 80;
const idHexDigits = 6;

/** Makes a watch of what a person gave, or says what is wrong with it. */
export function defineWatch(wish: WatchWish, context: DefineContext): DefinedWatch {
  const query = wish.query.trim();
  const name = wish.name === null ? shortened(query) : singleLine(wish.name);
  const problem =
    queryProblem(query, context) ??
    nameProblem(name, wish.channel, context) ??
    thresholdProblem(wish.threshold) ??
    countProblem(wish.channel, context);
  if (problem !== null) return { kind: 'refused', problem };
  const { edited, personId, nowMs } = context;
  const watch: Watch = {
    ...wish,
    id: edited?.id ?? freeId(wish.channel, name, context),
    name,
    query,
    ownerId: edited?.ownerId ?? personId,
    createdAtMs: edited?.createdAtMs ?? nowMs,
    reportedAtMs: edited?.reportedAtMs ?? null,
  };
  return { kind: 'defined', watch };
}

function queryProblem(query: string, { queryTools }: DefineContext): string | null {
  const parsed = parseQuery(query, queryTools);
  return parsed.kind === 'ok' ? null : parsed.problem;
}

function nameProblem(name: string, channel: ChannelRef, { existing, edited }: DefineContext): string | null {
  if (name === '') return 'The name is empty; write one, or leave it out to name the watch by its query.';
  const length = [...name].length;
  if (length > mostNameChars) {
    return `The name has ${length} characters; write one of at most ${mostNameChars}.`;
  }
  const isTaken = existing.some(
    (watch) =>
      watch.id !== edited?.id &&
      isOfWorkspace(watch.channel, channel) &&
      watch.name.toLowerCase() === name.toLowerCase(),
  );
  return isTaken
    ? `There is a watch named "${name}" already; give this one another name, or edit that one.`
    : null;
}

function thresholdProblem(threshold: number): string | null {
  if (threshold >= 0 && threshold <= 1) return null;
  return 'The threshold is the relevance that an article needs; write a number from 0 to 1, as 0.6.';
}

function countProblem(channel: ChannelRef, { existing, edited }: DefineContext): string | null {
  if (edited) return null;
  if (existing.length >= mostInAll) {
    return `There are ${existing.length} watches, and no more than ${mostInAll} can be; remove one that is not needed.`;
  }
  const count = existing.filter((watch) => isOfWorkspace(watch.channel, channel)).length;
  if (count < mostInWorkspace) return null;
  return `This workspace has ${count} watches, and no more than ${mostInWorkspace} can be; remove one that is not needed, or join some with OR.`;
}

/** Six digits are short enough to be typed, and few enough to meet by chance: a taken id is passed over. */
function freeId(
  { platform, workspaceId }: ChannelRef,
  name: string,
  { existing, nowMs }: DefineContext,
): string {
  const taken = new Set(existing.map(({ id }) => id));
  for (let attempt = 0; ; attempt += 1) {
    const hash = shortHash(JSON.stringify([platform, workspaceId, name, nowMs, attempt]));
    const id = `w${hash.slice(0, idHexDigits)}`;
    if (!taken.has(id)) return id;
  }
}

function shortened(query: string): string {
  const characters = [...singleLine(query)];
  if (characters.length <= mostNameChars) return characters.join('');
  return `${characters.slice(0, mostNameChars - 1).join('')}…`;
}
