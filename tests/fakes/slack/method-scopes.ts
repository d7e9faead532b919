/** What a Web API method asks of the token, from its page under docs.slack.dev/reference/methods. */
export interface MethodRule {
  /** Which kind of token it takes; `none`: client id and secret. */
  readonly token: 'bot' | 'app' | 'none';
  /** One of these is enough; none: every token may. */
  readonly scopes: readonly string[];
  /** For methods about a conversation: the scope for its kind, instead. */
  readonly byKind?: ConversationScopes;
}

export type ConversationKind = 'channel' | 'group' | 'im' | 'mpim';
type ConversationScopes = Readonly<Record<ConversationKind, string>>;

const reading: ConversationScopes = {
  channel: 'channels:read',
  group: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};
const history: ConversationScopes = {
  channel: 'channels:history',
  group: 'groups:history',
  im: 'im:history',
  mpim: 'mpim:history',
};

function bot(...scopes: readonly string[]): MethodRule {
  return { token: 'bot', scopes };
}

function botByKind(byKind: ConversationScopes): MethodRule {
  return { token: 'bot', scopes: Object.values(byKind), byKind };
}

/** Every method that the fake knows. Others are answered `unknown_method`. */
export const slackMethods: Readonly<Record<string, MethodRule>> = {
  'apps.connections.open': { token: 'app', scopes: ['connections:write'] },
  'assistant.threads.setStatus': bot('chat:write', 'assistant:write'),
  'assistant.threads.setSuggestedPrompts': bot('assistant:write'),
  'assistant.threads.setTitle': bot('assistant:write'),
  'auth.revoke': bot(),
  'auth.test': bot(),
  'bots.info': bot('users:read'),
  'chat.delete': bot('chat:write'),
  'chat.getPermalink': bot(),
  'chat.postEphemeral': bot('chat:write'),
  'chat.postMessage': bot('chat:write'),
  'chat.update': bot('chat:write'),
  'conversations.history': botByKind(history),
  'conversations.info': botByKind(reading),
  'conversations.join': bot('channels:join'),
  'conversations.list': botByKind(reading),
  'conversations.members': botByKind(reading),
  'conversations.open': bot('im:write', 'mpim:write', 'channels:manage', 'groups:write'),
  'conversations.replies': botByKind(history),
  'files.completeUploadExternal': bot('files:write'),
  'files.getUploadURLExternal': bot('files:write'),
  'files.info': bot('files:read'),
  'oauth.v2.access': { token: 'none', scopes: [] },
  'reactions.add': bot('reactions:write'),
  'usergroups.list': bot('usergroups:read'),
  'usergroups.users.list': bot('usergroups:read'),
  'users.conversations': botByKind(reading),
  'users.info': bot('users:read'),
  'views.open': bot(),
  'views.publish': bot(),
  'views.push': bot(),
  'views.update': bot(),
};

/** All scopes that a bot token needs for everything that the fake does, once the user lets it. */
export const allBotScopes: readonly string[] = [
  ...new Set(
    Object.values(slackMethods)
      .filter(({ token }) => token === 'bot')
      .flatMap(({ scopes }) => scopes),
  ),
  'app_mentions:read',
  'commands',
].sort();
