import { textAt, textsAt, valueAt } from '../../src/domain/json.ts';
import { isThreadType } from './channel-types.ts';
import { bitsAt } from './read-json.ts';

/** Who did something in Discord, and where. */
export interface Origin {
  /** `null` in direct messages: they belong to no server. */
  readonly guildId: string | null;
  readonly personId: string;
  /** The channel, thread or direct channel it was done in. */
  readonly placeId: string;
  /** The channel that a thread is of; `null` where the place is no thread, or where Discord does not say so. */
  readonly parentId: string | null;
  /** Of the person in that channel; `null` where Discord does not say. */
  readonly permissions: bigint | null;
  readonly roleIds: readonly string[];
  /** Key of the delivery under which something was pressed; `null` for none. */
  readonly deliveryKey: string | null;
  /** Of the person's client, as `de` or `zh-CN`; '' where Discord does not say. */
  readonly locale: string;
}

/** Of an interaction: the person is a member in a server, and a user in direct messages. */
export function readOrigin(body: unknown, deliveryKey: string | null): Origin {
  const isThread = isThreadType(valueAt(body, 'channel', 'type'));
  return {
    guildId: textAt(body, 'guild_id') || null,
    personId: textAt(body, 'member', 'user', 'id') || textAt(body, 'user', 'id'),
    placeId: textAt(body, 'channel_id') || textAt(body, 'channel', 'id'),
    parentId: (isThread && textAt(body, 'channel', 'parent_id')) || null,
    permissions: bitsAt(body, 'member', 'permissions'),
    roleIds: textsAt(body, 'member', 'roles'),
    deliveryKey,
    locale: textAt(body, 'locale'),
  };
}
