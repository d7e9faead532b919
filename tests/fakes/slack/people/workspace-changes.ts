import { withReaction } from '../methods/chat-change.ts';
import type { SlackPeople } from '../people.ts';
import type { Conversation, SlackState } from '../state.ts';
import { teamIdOf } from './common-fields.ts';
import type { Dispatcher } from './dispatcher.ts';
import { shownAt } from './find-element.ts';

type Changes = Pick<
  SlackPeople,
  | 'react'
  | 'event'
  | 'appUninstalled'
  | 'tokensRevoked'
  | 'channelArchived'
  | 'removeBot'
  | 'inviteBot'
  | 'revokeToken'
  | 'redeliver'
>;

export function createWorkspaceChanges(state: SlackState, dispatcher: Dispatcher): Changes {
  function conversationOf(channelId: string): Conversation {
    const conversation = state.conversations.get(channelId);
    if (!conversation) throw new Error(`There is no channel ${channelId}.`);
    return conversation;
  }

  function refuse(token: string, refusedWith: 'token_revoked' | 'account_inactive'): void {
    const known = state.tokens.get(token);
    if (!known) throw new Error('There is no such token.');
    known.refusedWith = refusedWith;
  }

  function botTokenOf(teamId: string): string {
    return state.teams.get(teamId)?.botToken ?? '';
  }

  return {
    async react(name, messageTs, { user }) {
      const shown = shownAt(state, messageTs);
      if (shown.kind !== 'message') throw new Error(`There is no message ${messageTs} that stands.`);
      const { message } = shown;
      const reacted = withReaction(message, name, user);
      if (!reacted) throw new Error(`${user} has already put :${name}: there.`);
      state.messages.replace(reacted);
      return dispatcher.event(message.teamId, {
        ...{ type: 'reaction_added', user, reaction: name, item_user: message.user },
        item: { type: 'message', channel: message.channel, ts: message.ts },
      });
    },
    event: (event, at) => dispatcher.event(teamIdOf(state, at?.teamId), event),
    async appUninstalled(teamId) {
      // Slack refuses the tokens of an app that is gone with this code.
      refuse(botTokenOf(teamId), 'account_inactive');
      return dispatcher.event(teamId, { type: 'app_uninstalled' });
    },
    async tokensRevoked(teamId) {
      refuse(botTokenOf(teamId), 'token_revoked');
      const bot = state.teams.get(teamId)?.botUserId ?? '';
      return dispatcher.event(teamId, { type: 'tokens_revoked', tokens: { oauth: [], bot: [bot] } });
    },
    async channelArchived(channelId) {
      const conversation = conversationOf(channelId);
      conversation.isArchived = true;
      const user = state.settings.users[0]?.id ?? '';
      return dispatcher.event(conversation.teamId, { type: 'channel_archive', channel: channelId, user });
    },
    async removeBot(channelId) {
      const conversation = conversationOf(channelId);
      conversation.isMember = false;
      const type = conversation.kind === 'group' ? 'group_left' : 'channel_left';
      return dispatcher.event(conversation.teamId, { type, channel: channelId });
    },
    async inviteBot(channelId) {
      const conversation = conversationOf(channelId);
      conversation.isMember = true;
      const user = state.teams.get(conversation.teamId)?.botUserId ?? '';
      const channel_type = conversation.kind === 'group' ? 'G' : 'C';
      const joined = { type: 'member_joined_channel', user, channel: channelId, channel_type };
      return dispatcher.event(conversation.teamId, { ...joined, team: conversation.teamId });
    },
    revokeToken: (token) => refuse(token, 'token_revoked'),
    redeliver: (attempt = 1) => dispatcher.redeliver(attempt),
  };
}
