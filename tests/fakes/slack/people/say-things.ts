import { messageRefusal } from '../blocks/check-message.ts';
import { knowsFile, refused } from '../methods/chat-post.ts';
import { openDirectMessages } from '../methods/conversation-of.ts';
import type { SlackPeople } from '../people.ts';
import { putMessage } from '../post-message.ts';
import type { Delivery, SlackMessage } from '../records.ts';
import { SlackRefusal } from '../refusal.ts';
import { showAnswer } from '../server/response-urls.ts';
import type { SlackState } from '../state.ts';
import { channelFields, responseUrlOf, type Scene, sceneOf, triggerOf } from './common-fields.ts';
import type { Dispatcher } from './dispatcher.ts';

const channelTypes = { channel: 'channel', group: 'group', im: 'im', mpim: 'mpim' } as const;

export function createSpeakers(
  state: SlackState,
  dispatcher: Dispatcher,
): Pick<SlackPeople, 'command' | 'mention' | 'directMessage' | 'say'> {
  function put(scene: Scene, text: string, threadTs: string | undefined): SlackMessage {
    const { teamId, channelId: channel, userId: user } = scene;
    return putMessage(state, {
      teamId,
      channel,
      user,
      text,
      blocks: [],
      threadTs,
      nowMs: state.settings.nowMs(),
    });
  }

  function tell(type: string, message: SlackMessage): Promise<Delivery> {
    const { channel, user, text, ts, thread_ts, teamId } = message;
    const kind = state.conversations.get(channel)?.kind ?? 'channel';
    const team = state.users.get(user)?.teamId ?? teamId;
    return dispatcher.event(teamId, {
      ...{ type, user, text, ts, channel, team, event_ts: ts },
      ...(thread_ts ? { thread_ts } : {}),
      ...(type === 'message' ? { channel_type: channelTypes[kind] } : {}),
    });
  }

  return {
    async command({ command, text, userId, channelId, teamId }) {
      const scene = sceneOf(state, userId, channelId, teamId);
      const clicked = { messageTs: null, isEphemeral: true, threadTs: null };
      const delivery = await dispatcher.command(userId, {
        ...{ token: 'verification-token', team_id: scene.teamId, team_domain: scene.teamId.toLowerCase() },
        ...{ channel_id: channelId, channel_name: String(channelFields(state, channelId)['name']) },
        ...{ user_id: userId, user_name: state.users.get(userId)?.name ?? userId, command, text },
        ...{ api_app_id: state.settings.appId, is_enterprise_install: 'false' },
        response_url: responseUrlOf(state, scene, clicked),
        trigger_id: triggerOf(state, scene),
      });
      showAck(state, scene, command, delivery);
      return delivery;
    },
    mention(text, { channel, user, thread, teamId }) {
      const scene = sceneOf(state, user, channel, teamId);
      const bot = state.teams.get(scene.teamId)?.botUserId ?? '';
      if (!state.conversations.get(channel)?.isMember)
        return Promise.reject(
          new Error(`The app is not in ${channel}, so that nobody can mention it there.`),
        );
      return tell('app_mention', put(scene, text.includes(`<@${bot}>`) ? text : `<@${bot}> ${text}`, thread));
    },
    directMessage(text, { user, thread, teamId }) {
      const conversation = openDirectMessages(state, user);
      if (!conversation) return Promise.reject(new Error(`Nobody has the id ${user}.`));
      return tell('message', put(sceneOf(state, user, conversation.id, teamId), text, thread));
    },
    async say(text, { channel, user, thread, teamId }) {
      const message = put(sceneOf(state, user, channel, teamId), text, thread);
      if (state.conversations.get(channel)?.isMember) await tell('message', message);
      return message;
    },
  };
}

/** An ack with content is the command's answer; what Slack would not show is the person's error. */
function showAck(state: SlackState, scene: Scene, command: string, { payload }: Delivery): void {
  if (payload['text'] === undefined && payload['blocks'] === undefined) return;
  try {
    const refusal = messageRefusal(payload, knowsFile(state));
    if (refusal) throw refused(refusal);
    const target = { teamId: scene.teamId, channel: scene.channelId, userId: scene.userId, threadTs: null };
    showAnswer(state, target, payload, 'ack', state.settings.nowMs());
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    state.personErrors.push({ userId: scene.userId, what: command, error: error.code });
  }
}
