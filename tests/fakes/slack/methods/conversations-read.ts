import { messageJson } from '../message-json.ts';
import type { SlackMessage } from '../records.ts';
import { SlackRefusal } from '../refusal.ts';
import type { Conversation } from '../state.ts';
import { readableConversation } from './conversation-of.ts';
import {
  flagArg,
  limitArg,
  type MethodCall,
  optionalText,
  type SlackMethod,
  textArg,
} from './method-call.ts';

/** docs.slack.dev/apis/web-api/pagination: at the most, whoever asks. */
const pageMax = 999;
const usualPage = 100;

function memberConversation(call: MethodCall): Conversation {
  const conversation = readableConversation(call, textArg(call, 'channel'));
  if (!conversation.isMember) throw new SlackRefusal('not_in_channel');
  return conversation;
}

/** Opaque to clients: the ts after which the next page begins. */
function cursorOf(ts: string): string {
  return Buffer.from(`next_ts:${ts}`).toString('base64');
}

function tsOfCursor(call: MethodCall): string | null {
  const cursor = optionalText(call, 'cursor');
  if (cursor === null) return null;
  const ts = /^next_ts:(\d+\.\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (!ts) throw new SlackRefusal('invalid_cursor');
  return ts;
}

/** Between `oldest` and `latest`, themselves only with `inclusive`. */
function inWindow(call: MethodCall): (message: SlackMessage) => boolean {
  const oldest = Number(optionalText(call, 'oldest') ?? 0);
  const latest = Number(optionalText(call, 'latest') ?? Number.POSITIVE_INFINITY);
  const isInclusive = flagArg(call, 'inclusive');
  return ({ ts }) => {
    const at = Number(ts);
    return (at > oldest && at < latest) || (isInclusive && (at === oldest || at === latest));
  };
}

function page(
  call: MethodCall,
  messages: readonly SlackMessage[],
  ahead: readonly SlackMessage[] = [],
): object {
  const limit = limitArg(call, usualPage, Math.min(pageMax, call.state.settings.historyPageMax));
  const shown = messages.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = messages.length > shown.length;
  const hasMetadata = flagArg(call, 'include_all_metadata');
  return {
    messages: [...ahead, ...shown].map((message) => messageJson(message, hasMetadata)),
    has_more: hasMore,
    ...(hasMore && last ? { response_metadata: { next_cursor: cursorOf(last.ts) } } : {}),
  };
}

/** The newest first. */
export const history: SlackMethod = (call) => {
  const conversation = memberConversation(call);
  const before = tsOfCursor(call);
  const messages = call.state.messages
    .inChannel(conversation.id)
    .filter(inWindow(call))
    .filter(({ ts }) => before === null || Number(ts) < Number(before))
    .reverse();
  return { ...page(call, messages), pin_count: 0 };
};

/** The root, on every page, and then its replies, the oldest first. */
export const replies: SlackMethod = (call) => {
  const conversation = memberConversation(call);
  const asked = call.state.messages.find(conversation.id, textArg(call, 'ts'));
  if (!asked) throw new SlackRefusal('thread_not_found');
  const after = tsOfCursor(call);
  const [root, ...rest] = call.state.messages.inThread(conversation.id, asked.thread_ts ?? asked.ts);
  const messages = rest
    .filter(inWindow(call))
    .filter(({ ts }) => after === null || Number(ts) > Number(after));
  return { ...page(call, messages, root ? [root] : []) };
};
