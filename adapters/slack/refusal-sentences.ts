const reinstall = 'install the app in this workspace again';

/** What Slack's codes mean here, and what to do (docs.slack.dev/reference/methods/chat.postMessage, "Errors"). */
const sentences: Readonly<Record<string, string>> = {
  not_in_channel: 'The bot is not in this channel; invite it there with /invite.',
  channel_not_found: 'Slack knows no such channel, or the bot may not see it; invite the bot with /invite.',
  is_archived: 'The channel is archived; unarchive it, or choose another one.',
  message_not_found: 'The message is gone from Slack; nothing can be changed in it.',
  thread_not_found: 'The thread is gone from Slack.',
  cant_update_message: 'The message is not one of the bot; nothing can be changed in it.',
  edit_window_closed:
    'The message is too old to be changed; ask an admin of Slack to allow edits for longer.',
  cannot_reply_to_message: 'Slack lets nobody reply to this message.',
  restricted_action: 'An admin of Slack lets only some people post here; ask them to let the bot post.',
  restricted_action_read_only_channel: 'The channel is read-only; ask an admin of Slack to let the bot post.',
  restricted_action_thread_only_channel: 'The channel takes only replies in threads; choose another one.',
  restricted_action_non_threadable_channel: 'The channel takes no replies in threads; choose another one.',
  restricted_action_thread_locked: 'The thread is locked; nothing more can go into it.',
  as_user_not_supported: 'The token is of a wrong kind; set SLACK_BOT_TOKEN to one that begins with xoxb-.',
  not_allowed_token_type: 'The token is of a wrong kind; set SLACK_BOT_TOKEN to one that begins with xoxb-.',
  token_revoked: `The bot's access was revoked; ${reinstall}.`,
  token_expired: `The bot's access has expired; ${reinstall}.`,
  invalid_auth: `Slack does not accept the bot's token; ${reinstall} and set its new token.`,
  not_authed: 'No token was given; set SLACK_BOT_TOKEN.',
  account_inactive: `The bot was removed from this workspace, or the workspace is gone; ${reinstall}.`,
  access_denied: 'Slack denies the bot access; ask an admin of Slack to approve the app.',
  team_access_not_granted: 'The app is not granted to this workspace; ask an admin of Slack to approve it.',
  ekm_access_denied: 'An admin of Slack has suspended posting; ask them.',
  no_permission: 'The bot has not the right to do this; ask an admin of Slack.',
  user_not_found: 'Slack knows no such person; name another one.',
  users_not_found: 'Slack knows no such person; name another one.',
  user_disabled: 'This person has left the workspace; name another one.',
  cannot_dm_bot: 'A bot takes no direct messages; name a person.',
  messages_tab_disabled: 'The app takes no direct messages; switch its Messages tab on in the app settings.',
  msg_too_long: 'The message is too long for Slack; report this as a fault of Wirewatch.',
  msg_blocks_too_long: 'The message is too long for Slack; report this as a fault of Wirewatch.',
  invalid_blocks: 'Slack does not accept how the message is built; report this as a fault of Wirewatch.',
  metadata_too_large: 'Slack does not accept what rides on the message; report this as a fault of Wirewatch.',
};

/** A sentence for Slack's code, which must be one: letters, digits and underscores. */
export function refusalSentence(code: string, neededScope: string | null): string {
  if (code === 'missing_scope') {
    const scope = neededScope === null ? 'a scope' : `the scope ${neededScope}`;
    return `The bot lacks ${scope}; add it in the app settings and ${reinstall}.`;
  }
  return sentences[code] ?? `Slack refuses this (${code}).`;
}
