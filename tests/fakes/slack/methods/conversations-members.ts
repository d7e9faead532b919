import { SlackRefusal } from '../refusal.ts';
import type { Conversation, SlackState } from '../state.ts';
import { readableConversation } from './conversation-of.ts';
import { cursorAfter, listed, startOf } from './conversations-list.ts';
import { limitArg, optionalText, type SlackMethod, textArg } from './method-call.ts';

/** Those that the bot is in; with `user`, those that the person is in, private ones only where the bot is in them too. */
export const usersConversations: SlackMethod = (call) => {
  const userId = optionalText(call, 'user');
  if (userId === null || userId === call.token.userId) return listed(call, ({ isMember }) => isMember);
  if (call.state.users.get(userId)?.teamId !== call.token.teamId) throw new SlackRefusal('user_not_found');
  return listed(
    call,
    (conversation) =>
      (conversation.kind !== 'group' || conversation.isMember) &&
      membersOf(conversation, call.state).includes(userId),
  );
};

export const conversationMembers: SlackMethod = (call) => {
  const conversation = readableConversation(call, textArg(call, 'channel'));
  const bot = conversation.isMember ? [call.token.userId] : [];
  const all = [...membersOf(conversation, call.state), ...bot];
  const start = startOf(call);
  const limit = limitArg(call, 100, 999);
  return {
    members: all.slice(start, start + limit),
    response_metadata: { next_cursor: cursorAfter(start + limit, all.length) },
  };
};

/** The people of it, without the bot. A guest is only where somebody put them. */
function membersOf({ members, teamId }: Conversation, { users }: SlackState): readonly string[] {
  if (members !== null) return members;
  const ofTeam = [...users.values()].filter((user) => user.teamId === teamId && !user.isBot && !user.isGuest);
  return ofTeam.map(({ id }) => id);
}
