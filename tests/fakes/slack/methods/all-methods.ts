import { setStatus, setSuggestedPrompts, setTitle } from './assistant.ts';
import { addReaction, deleteMessage, getPermalink, updateMessage } from './chat-change.ts';
import { postEphemeral, postMessage } from './chat-post.ts';
import {
  conversationInfo,
  joinConversation,
  listConversations,
  openConversation,
} from './conversations-list.ts';
import { conversationMembers, usersConversations } from './conversations-members.ts';
import { history, replies } from './conversations-read.ts';
import { completeUpload, filesInfo, getUploadUrl } from './files.ts';
import type { SlackMethod } from './method-call.ts';
import { oauthAccess } from './oauth.ts';
import { authRevoke, authTest, botsInfo, usergroupsList, usergroupsUsersList, usersInfo } from './people.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts';

/** Where a Socket Mode client is to connect. The ticket is good for one connection. */
const openSocket: SlackMethod = ({ state }) => ({
  url: `${state.url.replace('http', 'ws')}/link/?ticket=${state.nextId('ticket')}&app_id=${state.settings.appId}`,
});

export const allMethods: Readonly<Record<string, SlackMethod>> = {
  'apps.connections.open': openSocket,
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
  'assistant.threads.setTitle': setTitle,
  'auth.revoke': authRevoke,
  'auth.test': authTest,
  'bots.info': botsInfo,
  'chat.delete': deleteMessage,
  'chat.getPermalink': getPermalink,
  'chat.postEphemeral': postEphemeral,
  'chat.postMessage': postMessage,
  'chat.update': updateMessage,
  'conversations.history': history,
  'conversations.info': conversationInfo,
  'conversations.join': joinConversation,
  'conversations.list': listConversations,
  'conversations.members': conversationMembers,
  'conversations.open': openConversation,
  'conversations.replies': replies,
  'files.completeUploadExternal': completeUpload,
  'files.getUploadURLExternal': getUploadUrl,
  'files.info': filesInfo,
  'oauth.v2.access': oauthAccess,
  'reactions.add': addReaction,
  'usergroups.list': usergroupsList,
  'usergroups.users.list': usergroupsUsersList,
  'users.conversations': usersConversations,
  'users.info': usersInfo,
  'views.open': viewsOpen,
  'views.publish': viewsPublish,
  'views.push': viewsPush,
  'views.update': viewsUpdate,
};
