import { operatorId } from '../domain/audit.ts';
import { channelKey } from '../domain/channel-key.ts';
import type { Actor } from '../domain/command.ts';
import type { ChannelRef } from '../domain/delivery.ts';
import { isOfWorkspace } from '../domain/workspace.ts';
import type { CommandServices } from './command.ts';

/** Which of some channels somebody sees. */
export interface Sight {
  /** Of a channel that was not asked about: no. */
  sees(ref: ChannelRef): boolean;
  /** What kept the platform from being asked, each once; to stand beside what is shown. */
  readonly notes: readonly string[];
}

type Look = { readonly isSeen: boolean; readonly problem: string | null };

type Directory = Pick<CommandServices, 'directory'>;

/**
 * Asks once for each of these channels, all at the same time. It holds for admins too: who may change things is not
 * therefore in every private channel. The operator sees everything, and anybody the channel that they are in.
 */
export async function sightOf(
  refs: readonly ChannelRef[],
  actor: Actor,
  { directory }: Directory,
): Promise<Sight> {
  const byKey = new Map(refs.map((ref) => [channelKey(ref), ref]));
  const looks = new Map(
    await Promise.all(
      [...byKey].map(async ([key, ref]) => [key, await lookAt(ref, actor, directory)] as const),
    ),
  );
  const problems = new Set([...looks.values()].flatMap(({ problem }) => problem ?? []));
  return {
    sees: (ref) => looks.get(channelKey(ref))?.isSeen ?? false,
    notes: [...problems].map((problem) => `${problem} Until then only the channel that you are in is shown.`),
  };
}

/** Those of these things whose channel somebody sees. */
export interface Seen<Item> {
  readonly items: readonly Item[];
  readonly notes: readonly string[];
}

export async function onlySeen<Item extends { readonly channel: ChannelRef }>(
  items: readonly Item[],
  actor: Actor,
  services: Directory,
): Promise<Seen<Item>> {
  const { sees, notes } = await sightOf(
    items.map(({ channel }) => channel),
    actor,
    services,
  );
  return { items: items.filter(({ channel }) => sees(channel)), notes };
}

async function lookAt(ref: ChannelRef, actor: Actor, directory: Directory['directory']): Promise<Look> {
  const isHere = ref.channelId === actor.channelId && isOfWorkspace(ref, actor);
  if (isHere || actor.personId === operatorId) return { isSeen: true, problem: null };
  try {
    return { isSeen: await directory.maySee(ref, actor.personId), problem: null };
  } catch (error) {
    return { isSeen: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
