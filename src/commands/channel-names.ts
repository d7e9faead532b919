import { channelKey } from '../domain/channel-key.ts';
import type { ChannelRef } from '../domain/delivery.ts';
import type { CommandServices } from './command.ts';

/** By what name people know a channel. */
export type NameOf = (ref: ChannelRef) => string;

/** The names of these channels, each asked for once; any other channel by its id. */
export async function namesOf(
  refs: readonly ChannelRef[],
  { directory }: Pick<CommandServices, 'directory'>,
): Promise<NameOf> {
  const byKey = new Map(refs.map((ref) => [channelKey(ref), ref]));
  const names = new Map(
    await Promise.all([...byKey].map(async ([key, ref]) => [key, await directory.nameOf(ref)] as const)),
  );
  return (ref) => names.get(channelKey(ref)) ?? ref.channelId;
}
