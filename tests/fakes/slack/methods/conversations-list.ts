import type { JsonObject } from '../json.ts';
import type { ConversationKind } from '../method-scopes.ts';
import { SlackRefusal } from '../refusal.ts';
import type { Conversation } from '../state.ts';
import { openDirectMessages, readableConversation, requireKindScope } from './conversation-of.ts';
import {
  flagArg,
  limitArg,
  type MethodCall,
  optionalText,
  type SlackMethod,
  textArg,
} from './method-call.ts';

const kinds: Readonly<Record<string, ConversationKind>> = {
  public_channel: 'channel',
  private_channel: 'group',
  im: 'im',
  mpim: 'mpim',
};

function conversationJson(conversation: Conversation): JsonObject {
  const { id, kind, name, isMember, isArchived, userId } = conversation;
  if (kind === 'im')
    return { id, is_im: true, user: userId, is_archived: isArchived, is_user_deleted: false };
  return {
    ...{ id, name, name_normalized: name, is_channel: true, is_group: kind === 'group', is_im: false },
    ...{ is_mpim: false, is_private: kind === 'group', is_archived: isArchived, is_member: isMember },
    ...{ is_general: false, context_team_id: conversation.teamId },
  };
}

/** Cursor paging over what the token's workspace has of the wanted kinds. */
export function listed(call: MethodCall, isWanted: (conversation: Conversation) => boolean): JsonObject {
  const wanted = (optionalText(call, 'types') ?? 'public_channel')
    .split(',')
    .map((type) => kinds[type.trim()]);
  if (wanted.includes(undefined)) throw new SlackRefusal('invalid_types');
  for (const kind of wanted) if (kind) requireKindScope(call, kind);
  const start = startOf(call);
  const limit = limitArg(call, 100, 999);
  const all = [...call.state.conversations.values()]
    .filter(({ teamId, kind }) => teamId === call.token.teamId && wanted.includes(kind))
    .filter(({ isArchived }) => !(isArchived && flagArg(call, 'exclude_archived')))
    .filter(isWanted);
  return {
    channels: all.slice(start, start + limit).map(conversationJson),
    response_metadata: { next_cursor: cursorAfter(start + limit, all.length) },
  };
}

/** Opaque to clients: where the next page begins; empty on the last one. */
export function cursorAfter(end: number, count: number): string {
  return end < count ? Buffer.from(`at:${end}`).toString('base64') : '';
}

export function startOf(call: MethodCall): number {
  const cursor = optionalText(call, 'cursor');
  if (cursor === null) return 0;
  const start = /^at:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (!start) throw new SlackRefusal('invalid_cursor');
  return Number(start);
}

/** Private channels only when the app is in them. */
export const listConversations: SlackMethod = (call) =>
  listed(call, ({ kind, isMember }) => kind !== 'group' || isMember);

export const conversationInfo: SlackMethod = (call) => ({
  channel: conversationJson(readableConversation(call, textArg(call, 'channel'))),
});

export const joinConversation: SlackMethod = (call) => {
  const found = call.state.conversations.get(textArg(call, 'channel'));
  if (!found || found.teamId !== call.token.teamId) throw new SlackRefusal('channel_not_found');
  if (found.kind !== 'channel') throw new SlackRefusal('method_not_supported_for_channel_type');
  if (found.isArchived) throw new SlackRefusal('is_archived');
  found.isMember = true;
  return { channel: conversationJson(found) };
};

export const openConversation: SlackMethod = (call) => {
  const users = (optionalText(call, 'users') ?? '').split(',').filter(Boolean);
  const [userId] = users;
  if (users.length > 1) throw new SlackRefusal('not_enough_users');
  if (!userId) return { channel: conversationJson(readableConversation(call, textArg(call, 'channel'))) };
  const user = call.state.users.get(userId);
  if (!user || user.teamId !== call.token.teamId) throw new SlackRefusal('user_not_found');
  const opened = openDirectMessages(call.state, userId);
  if (!opened) throw new SlackRefusal('user_disabled');
  return { no_op: false, already_open: false, channel: { id: opened.id } };
};
