import { messageRefusal } from '../blocks/check-message.ts';
import { echoMessage } from '../echo-message.ts';
import { isObject, type JsonObject, listOf, objectOf } from '../json.ts';
import { messageJson } from '../message-json.ts';
import { putMessage } from '../post-message.ts';
import type { EphemeralMessage } from '../records.ts';
import { SlackRefusal } from '../refusal.ts';
import type { Conversation, SlackState } from '../state.ts';
import { conversationOf, requireWritable } from './conversation-of.ts';
import {
  flagArg,
  jsonArg,
  type MethodCall,
  optionalText,
  type SlackMethod,
  teamOf,
  textArg,
} from './method-call.ts';

export interface Content {
  readonly text: string;
  /** Undefined: the call says nothing about blocks. */
  readonly blocks: readonly JsonObject[] | undefined;
  readonly metadata: JsonObject | undefined;
}

/** Whether an uploaded file is complete, by its id or address. */
export function knowsFile(state: SlackState): (idOrUrl: string) => boolean {
  return (idOrUrl) =>
    [...state.uploads.values()].some(
      ({ fileId, isComplete }) => isComplete && (idOrUrl === fileId || idOrUrl.includes(`/${fileId}`)),
    );
}

/** Text, blocks and metadata of a call; refused as Slack refuses them. */
export function contentOf(call: MethodCall): Content {
  const blocks = jsonArg(call, 'blocks', 'invalid_blocks_format');
  const metadata = jsonArg(call, 'metadata', 'invalid_metadata_format');
  const text = optionalText(call, 'text') ?? '';
  const refusal = messageRefusal(
    { text, ...(blocks === undefined ? {} : { blocks }), ...(metadata === undefined ? {} : { metadata }) },
    knowsFile(call.state),
  );
  if (refusal) throw refused(refusal);
  return {
    text,
    blocks: blocks === undefined ? undefined : listOf(blocks).filter(isObject),
    metadata: metadata === undefined ? undefined : objectOf(metadata),
  };
}

export function refused(refusal: {
  readonly error: string;
  readonly messages: readonly string[];
}): SlackRefusal {
  const { error, messages } = refusal;
  return new SlackRefusal(
    error,
    messages.length > 0 ? { errors: messages, response_metadata: { messages } } : {},
  );
}

/** The thread to answer in: its root must stand in this conversation. */
function threadOf(call: MethodCall, conversation: Conversation): string | undefined {
  const threadTs = optionalText(call, 'thread_ts');
  if (threadTs === null) return undefined;
  const root = call.state.messages.find(conversation.id, threadTs);
  if (!root || (root.thread_ts ?? root.ts) !== root.ts) throw new SlackRefusal('thread_not_found');
  return threadTs;
}

export const postMessage: SlackMethod = (call) => {
  const conversation = conversationOf(call, textArg(call, 'channel'));
  const { text, blocks = [], metadata } = contentOf(call);
  requireWritable(conversation, call);
  const team = teamOf(call);
  const posted = putMessage(call.state, {
    teamId: team.id,
    channel: conversation.id,
    user: call.token.userId,
    botId: call.token.kind === 'bot' ? team.botId : undefined,
    ...{ text, blocks, metadata },
    threadTs: threadOf(call, conversation),
    isBroadcast: flagArg(call, 'reply_broadcast') && optionalText(call, 'thread_ts') !== null,
    nowMs: call.nowMs,
  });
  echoMessage(call.state, posted);
  return { channel: conversation.id, ts: posted.ts, message: messageJson(posted, true) };
};

export const postEphemeral: SlackMethod = (call) => {
  const conversation = conversationOf(call, textArg(call, 'channel'));
  const user = textArg(call, 'user');
  const { text, blocks = [] } = contentOf(call);
  requireWritable(conversation, call);
  const person = call.state.users.get(user);
  if (!person || person.teamId !== call.token.teamId) throw new SlackRefusal('user_not_in_channel');
  const threadTs = optionalText(call, 'thread_ts');
  const ephemeral: EphemeralMessage = {
    ...{ teamId: call.token.teamId, channel: conversation.id, user, text, blocks, from: 'method' },
    ts: call.state.nextTs(call.nowMs),
    ...(threadTs ? { thread_ts: threadTs } : {}),
  };
  call.state.ephemerals.push(ephemeral);
  return { message_ts: ephemeral.ts };
};
