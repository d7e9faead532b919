import type { JsonObject } from './json.ts';
import type { SlackMessage } from './records.ts';
import type { SlackState } from './state.ts';

export interface NewMessage {
  readonly teamId: string;
  readonly channel: string;
  readonly user: string;
  readonly botId?: string | undefined;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly metadata?: JsonObject | undefined;
  readonly threadTs?: string | undefined;
  readonly isBroadcast?: boolean;
  readonly nowMs: number;
}

/** Puts a message that was checked where it belongs; a thread's root learns of its reply. */
export function putMessage(state: SlackState, message: NewMessage): SlackMessage {
  const { threadTs } = message;
  const posted: SlackMessage = {
    teamId: message.teamId,
    channel: message.channel,
    ts: state.nextTs(message.nowMs),
    ...(threadTs ? { thread_ts: threadTs } : {}),
    user: message.user,
    ...(message.botId ? { bot_id: message.botId } : {}),
    text: message.text,
    blocks: message.blocks,
    ...(message.metadata ? { metadata: message.metadata } : {}),
    isBroadcast: message.isBroadcast ?? false,
    reactions: [],
    replyCount: 0,
  };
  state.messages.add(posted);
  const root = threadTs ? state.messages.find(message.channel, threadTs) : null;
  if (root) state.messages.replace({ ...root, thread_ts: root.ts, replyCount: root.replyCount + 1 });
  return posted;
}
