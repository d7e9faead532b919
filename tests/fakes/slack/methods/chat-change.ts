import { echoMessage } from '../echo-message.ts';
import { messageJson } from '../message-json.ts';
import type { SlackMessage } from '../records.ts';
import { SlackRefusal } from '../refusal.ts';
import { contentOf } from './chat-post.ts';
import { conversationOf, requireWritable } from './conversation-of.ts';
import { jsonArg, type MethodCall, type SlackMethod, textArg } from './method-call.ts';

/** The message that the call names, if its app wrote it. */
function ownMessage(call: MethodCall, code: string): SlackMessage {
  const conversation = conversationOf(call, textArg(call, 'channel'));
  const message = call.state.messages.find(conversation.id, textArg(call, 'ts'));
  if (!message) throw new SlackRefusal('message_not_found');
  requireWritable(conversation, call);
  if (message.user !== call.token.userId) throw new SlackRefusal(code);
  return message;
}

/**
 * Blocks and metadata that are not named stay as they were; an empty list, an empty object take them away
 * (docs.slack.dev/reference/methods/chat.update).
 */
export const updateMessage: SlackMethod = (call) => {
  const message = ownMessage(call, 'cant_update_message');
  const { text, blocks = message.blocks, metadata } = contentOf(call);
  const { metadata: before, ...rest } = message;
  const after = metadata === undefined ? before : metadata;
  const updated: SlackMessage = {
    ...rest,
    text: call.args['text'] === undefined ? message.text : text,
    blocks,
    ...(after && Object.keys(after).length > 0 ? { metadata: after } : {}),
    edited: { user: call.token.userId, ts: call.state.nextTs(call.nowMs) },
  };
  call.state.messages.replace(updated);
  echoMessage(call.state, updated, message);
  return {
    channel: message.channel,
    ts: message.ts,
    text: updated.text,
    message: messageJson(updated, jsonArg(call, 'metadata') !== undefined),
  };
};

/** A root with replies leaves a tombstone behind. */
export const deleteMessage: SlackMethod = (call) => {
  const message = ownMessage(call, 'cant_delete_message');
  const { state } = call;
  if (message.replyCount > 0) {
    const { metadata: _gone, bot_id: _bot, ...rest } = message;
    state.messages.replace({ ...rest, user: 'USLACKBOT', text: 'This message was deleted.', blocks: [] });
  } else {
    state.messages.remove(message.channel, message.ts);
    const root = message.thread_ts ? state.messages.find(message.channel, message.thread_ts) : null;
    if (root) state.messages.replace({ ...root, replyCount: root.replyCount - 1 });
  }
  return { channel: message.channel, ts: message.ts };
};

export const getPermalink: SlackMethod = (call) => {
  const conversation = conversationOf(call, textArg(call, 'channel'));
  const ts = textArg(call, 'message_ts');
  const message = call.state.messages.find(conversation.id, ts);
  if (!message) throw new SlackRefusal('message_not_found');
  return { channel: conversation.id, permalink: permalinkOf(message) };
};

/** `https://t1.slack.com/archives/C1/p1700000000000100`, with the thread for a reply. */
function permalinkOf({ teamId, channel, ts, thread_ts }: SlackMessage): string {
  const thread = thread_ts && thread_ts !== ts ? `?thread_ts=${thread_ts}&cid=${channel}` : '';
  return `https://${teamId.toLowerCase()}.slack.com/archives/${channel}/p${ts.replace('.', '')}${thread}`;
}

export const addReaction: SlackMethod = (call) => {
  const conversation = conversationOf(call, textArg(call, 'channel'));
  const message = call.state.messages.find(conversation.id, textArg(call, 'timestamp'));
  if (!message) throw new SlackRefusal('message_not_found');
  requireWritable(conversation, call);
  const name = textArg(call, 'name');
  if (!/^[a-z0-9_+-]+(?:::skin-tone-[2-6])?$/.test(name)) throw new SlackRefusal('invalid_name');
  const reacted = withReaction(message, name, call.token.userId);
  if (!reacted) throw new SlackRefusal('already_reacted');
  call.state.messages.replace(reacted);
  return {};
};

/** Null when the person did so before. */
export function withReaction(message: SlackMessage, name: string, userId: string): SlackMessage | null {
  const known = message.reactions.find((each) => each.name === name);
  if (known?.users.includes(userId)) return null;
  const others = message.reactions.filter((each) => each !== known);
  return { ...message, reactions: [...others, { name, users: [...(known?.users ?? []), userId] }] };
}
