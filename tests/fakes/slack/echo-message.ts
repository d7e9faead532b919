import { messageJson } from './message-json.ts';
import type { SlackMessage } from './records.ts';
import type { SlackState } from './state.ts';

/** The `message` event of what the app itself posted; with `before`, of what it edited. */
export function echoMessage(state: SlackState, message: SlackMessage, before?: SlackMessage): void {
  const { channel, teamId, ts } = message;
  const conversation = state.conversations.get(channel);
  if (!conversation?.isMember) return;
  const place = { channel, channel_type: conversation.kind };
  if (!before) return void state.echo(teamId, { ...messageJson(message, true), ...place, event_ts: ts });
  const edit = { message: messageJson(message, true), previous_message: messageJson(before, true) };
  state.echo(teamId, { type: 'message', subtype: 'message_changed', ...place, hidden: true, ts, ...edit });
}
