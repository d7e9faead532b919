import type { ConversationKind } from '../method-scopes.ts';
import { slackMethods } from '../method-scopes.ts';
import { SlackRefusal } from '../refusal.ts';
import type { Conversation, SlackState } from '../state.ts';
import type { MethodCall } from './method-call.ts';

/** A conversation of the token's workspace, by id, by `#name`, or the direct messages of a person by the person's id. */
export function conversationOf(call: MethodCall, named: string): Conversation {
  const found = byPerson(call, named) ?? call.state.conversations.get(named) ?? byName(call, named);
  if (!found || found.teamId !== call.token.teamId) throw new SlackRefusal('channel_not_found');
  // A private channel that the app is not in does not exist for it.
  if (found.kind === 'group' && !found.isMember) throw new SlackRefusal('channel_not_found');
  return found;
}

/** The same, for methods whose scope depends on the kind of conversation. */
export function readableConversation(call: MethodCall, named: string): Conversation {
  const found = conversationOf(call, named);
  requireKindScope(call, found.kind);
  return found;
}

export function requireKindScope(call: MethodCall, kind: ConversationKind): void {
  const needed = slackMethods[call.method]?.byKind?.[kind];
  if (needed && !call.token.scopes.includes(needed)) throw missingScope(needed, call.token.scopes);
}

export function missingScope(needed: string, provided: readonly string[]): SlackRefusal {
  return new SlackRefusal('missing_scope', { needed, provided: provided.join(',') });
}

/** Throws unless the app may write there. */
export function requireWritable(conversation: Conversation, call: MethodCall): void {
  if (conversation.isArchived) throw new SlackRefusal('is_archived');
  const mayPostAnywhere = conversation.kind === 'channel' && call.token.scopes.includes('chat:write.public');
  if (!conversation.isMember && !mayPostAnywhere) throw new SlackRefusal('not_in_channel');
}

/** The direct messages of the bot with a person, opened when they were not: `D` and the person's id. */
export function openDirectMessages(state: SlackState, userId: string): Conversation | null {
  const user = state.users.get(userId);
  if (!user || user.isBot || user.isDeleted) return null;
  const id = `D${userId}`;
  const known = state.conversations.get(id);
  if (known) return known;
  const teamId = user.teamId ?? state.settings.teams[0].id;
  const opened: Conversation = {
    ...{ id, name: '', teamId, kind: 'im', userId, members: [userId], isMember: true, isArchived: false },
  };
  state.conversations.set(id, opened);
  return opened;
}

function byPerson({ state, token }: MethodCall, named: string): Conversation | null {
  const user = state.users.get(named);
  return user && user.teamId === token.teamId ? openDirectMessages(state, named) : null;
}

function byName({ state, token }: MethodCall, named: string): Conversation | undefined {
  const name = named.replace(/^#/, '');
  return [...state.conversations.values()].find(
    (each) => each.teamId === token.teamId && each.name !== '' && each.name === name,
  );
}
