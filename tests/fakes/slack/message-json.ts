import type { JsonObject } from './json.ts';
import type { SlackMessage } from './records.ts';
import { withIds } from './with-ids.ts';

/** A message as conversations.history gives it. Metadata only when asked for, as Slack does. */
export function messageJson(message: SlackMessage, hasMetadata: boolean): JsonObject {
  const { bot_id, thread_ts, edited, metadata, reactions } = message;
  return {
    type: 'message',
    ...(message.isBroadcast ? { subtype: 'thread_broadcast' } : {}),
    user: message.user,
    ts: message.ts,
    ...(bot_id ? { bot_id } : {}),
    text: message.text,
    team: message.teamId,
    ...(message.blocks.length > 0 ? { blocks: withIds(message.blocks) } : {}),
    ...(thread_ts ? { thread_ts } : {}),
    ...(message.replyCount > 0 ? { reply_count: message.replyCount } : {}),
    ...(edited ? { edited } : {}),
    ...(reactions.length > 0
      ? { reactions: reactions.map((each) => ({ ...each, count: each.users.length })) }
      : {}),
    ...(hasMetadata && metadata ? { metadata } : {}),
  };
}
