import { groupList, optionList } from '../blocks/element-rules.ts';
import { type JsonObject, objectOf, textOf } from '../json.ts';
import { messageJson } from '../message-json.ts';
import type { PressTarget, SlackPeople } from '../people.ts';
import type { Delivery } from '../records.ts';
import type { SlackState } from '../state.ts';
import { viewJson } from '../view-stack.ts';
import {
  channelFields,
  interactionFields,
  responseUrlOf,
  type Scene,
  sceneOf,
  triggerOf,
} from './common-fields.ts';
import type { Dispatcher } from './dispatcher.ts';
import { type Clickable, clickableAt, containerFields, type Shown, shownAt } from './find-element.ts';
import { chosen, filledIn } from './form-state.ts';

/** What the clicked element says of itself in `actions`. */
function actionOf(state: SlackState, { blockId, element }: Clickable, value: string | undefined): JsonObject {
  const type = textOf(element['type']);
  const action = { type, action_id: element['action_id'], block_id: blockId };
  const at = { action_ts: state.nextTs(state.settings.nowMs()) };
  if (type === 'button' || type === 'icon_button')
    return {
      ...action,
      text: element['text'],
      ...(element['value'] === undefined ? {} : { value: element['value'] }),
      ...at,
    };
  if (value === undefined) throw new Error(`Say which value of ${String(element['action_id'])} is chosen.`);
  if (type === 'feedback_buttons') return { ...action, value, ...at };
  if (type === 'overflow') return { ...action, selected_option: optionChosen(element, value), ...at };
  return { ...action, ...chosen(element, value), ...at };
}

function optionChosen(element: JsonObject, value: string): unknown {
  return chosen({ ...element, type: 'static_select' }, value)['selected_option'];
}

function sceneAt(state: SlackState, shown: Shown, user: string, teamId?: string): Scene {
  if (shown.kind !== 'view') return sceneOf(state, user, shown.message.channel, teamId);
  return { ...sceneOf(state, user, shown.view.channelId, teamId ?? shown.view.teamId), view: shown.view };
}

/** The fields of the place, and the address for answers: messages have one, views have none. */
function placeFields(state: SlackState, shown: Shown, scene: Scene): JsonObject {
  if (shown.kind === 'view')
    return containerFields(shown, viewJson(state, shown.view, filledIn(shown.view, {})));
  const { ts, thread_ts } = shown.message;
  const clicked = { messageTs: ts, isEphemeral: shown.kind === 'ephemeral', threadTs: thread_ts ?? null };
  return {
    ...containerFields(shown, null),
    channel: channelFields(state, scene.channelId),
    response_url: responseUrlOf(state, scene, clicked),
    state: { values: {} },
  };
}

/** The options that an ack brought, if Slack would show them. */
function suggestionProblem({ payload }: Delivery): string | null {
  if (payload['option_groups'] !== undefined)
    return groupList(payload['option_groups'], '/option_groups')[0] ?? null;
  return optionList(payload['options'], '/options')[0] ?? null;
}

function requireLongEnough({ element }: Clickable, value: string): void {
  if (!textOf(element['type']).includes('external_select'))
    throw new Error(`${String(element['action_id'])} does not ask for options.`);
  const min = Number(element['min_query_length'] ?? 3);
  if (value.length < min)
    throw new Error(`${String(element['action_id'])} asks only after ${min} characters.`);
}

export function createClickers(
  state: SlackState,
  dispatcher: Dispatcher,
): Pick<SlackPeople, 'press' | 'choose' | 'suggest' | 'shortcut' | 'globalShortcut'> {
  async function press(where: string, actionId: string, by: PressTarget): Promise<Delivery> {
    const shown = shownAt(state, where, by.channel);
    const clicked = clickableAt(shown, actionId, by);
    const scene = sceneAt(state, shown, by.user, by.teamId);
    return dispatcher.interaction(by.user, {
      type: 'block_actions',
      ...interactionFields(state, scene),
      trigger_id: triggerOf(state, scene),
      ...placeFields(state, shown, scene),
      actions: [actionOf(state, clicked, by.value)],
    });
  }

  return {
    press,
    choose: press,
    async suggest({ actionId, blockId, value, user, teamId, viewId, messageTs }) {
      const shown = shownAt(state, viewId ?? messageTs ?? '');
      requireLongEnough(clickableAt(shown, actionId, { blockId }), value);
      const scene = sceneAt(state, shown, user, teamId);
      const { response_url: _none, state: _state, ...place } = placeFields(state, shown, scene);
      const delivery = await dispatcher.interaction(user, {
        type: 'block_suggestion',
        ...interactionFields(state, scene),
        ...place,
        ...{ action_id: actionId, block_id: blockId, value },
      });
      const problem = delivery.outcome === 'acked' ? suggestionProblem(delivery) : null;
      if (problem) state.personErrors.push({ userId: user, what: 'block_suggestion', error: problem });
      return delivery;
    },
    async shortcut(callbackId, messageTs, { user, teamId }) {
      const shown = shownAt(state, messageTs);
      if (shown.kind !== 'message') throw new Error(`There is no message ${messageTs} that stands.`);
      const scene = sceneAt(state, shown, user, teamId);
      const { response_url, channel } = placeFields(state, shown, scene);
      return dispatcher.interaction(user, {
        type: 'message_action',
        ...interactionFields(state, scene),
        ...{ callback_id: callbackId, trigger_id: triggerOf(state, scene), response_url },
        ...{ channel: objectOf(channel), message: messageJson(shown.message, true), message_ts: messageTs },
        action_ts: state.nextTs(state.settings.nowMs()),
      });
    },
    async globalShortcut(callbackId, { user, teamId }) {
      const scene = sceneOf(state, user, '', teamId);
      return dispatcher.interaction(user, {
        type: 'shortcut',
        ...interactionFields(state, scene),
        ...{ callback_id: callbackId, trigger_id: triggerOf(state, scene) },
        action_ts: state.nextTs(state.settings.nowMs()),
      });
    },
  };
}
