import { isObject, type JsonObject, objectOf, textOf } from '../json.ts';
import { openDirectMessages } from '../methods/conversation-of.ts';
import type { SlackPeople } from '../people.ts';
import type { Delivery, SlackView } from '../records.ts';
import { SlackRefusal } from '../refusal.ts';
import type { SlackState } from '../state.ts';
import {
  closeAll,
  closeTop,
  homeOf,
  pushView,
  replaceView,
  requireView,
  showErrors,
  viewJson,
} from '../view-stack.ts';
import { interactionFields, responseUrlOf, type Scene, sceneOf, triggerOf } from './common-fields.ts';
import type { Dispatcher } from './dispatcher.ts';
import { filledIn, submitProblem } from './form-state.ts';

function modalOf(state: SlackState, viewId: string, user: string): SlackView {
  const view = state.views.find(({ id, kind }) => id === viewId && kind === 'modal');
  if (!view) throw new Error(`There is no open modal ${viewId}.`);
  if (view.userId !== user) throw new Error(`${user} does not see the modal of ${view.userId}.`);
  return view;
}

/** What the app's ack makes of the modal (docs.slack.dev/surfaces/modals, "Responding to interactions"). */
function applyResponse(state: SlackState, view: SlackView, payload: JsonObject): void {
  switch (payload['response_action']) {
    case undefined:
      closeTop(state, view);
      break;
    case 'clear':
      closeAll(state, view.userId);
      break;
    case 'update':
      replaceView(state, view, requireView(state, payload['view'], 'modal'));
      break;
    case 'push':
      pushView(state, requireView(state, payload['view'], 'modal'), view);
      break;
    case 'errors':
      showErrors(state, view, errorsOf(view, payload['errors']));
      break;
    default:
      throw new SlackRefusal('invalid_response_action');
  }
}

/** By the block_id of an input; Slack shows none for a block that the view has not. */
function errorsOf(view: SlackView, errors: unknown): Readonly<Record<string, string>> {
  const inputs = view.blocks.filter(({ type }) => type === 'input').map((block) => block['block_id']);
  const found = Object.entries(objectOf(errors)).map(([id, text]) => [id, textOf(text)] as const);
  if (found.length === 0 || found.some(([id, text]) => !inputs.includes(id) || text === ''))
    throw new SlackRefusal('invalid_errors');
  return Object.fromEntries(found);
}

/** A select with response_url_enabled brings an address for answers in the conversation that was chosen. */
function responseUrls(state: SlackState, scene: Scene, view: SlackView, values: JsonObject) {
  return view.blocks
    .filter((block) => objectOf(block['element'])['response_url_enabled'] === true)
    .flatMap((block) => {
      const [actionId, chosen] = Object.entries(objectOf(values[textOf(block['block_id'])]))[0] ?? [];
      const { selected_conversation, selected_channel } = objectOf(chosen);
      const channelId = textOf(selected_conversation) || textOf(selected_channel);
      if (!actionId || channelId === '') return [];
      const clicked = { messageTs: null, isEphemeral: false, threadTs: null };
      const response_url = responseUrlOf(state, { ...scene, channelId }, clicked);
      return [{ block_id: block['block_id'], action_id: actionId, channel_id: channelId, response_url }];
    });
}

export function createFormFillers(
  state: SlackState,
  dispatcher: Dispatcher,
): Pick<SlackPeople, 'submit' | 'closeView' | 'openHome' | 'openMessagesTab'> {
  function sceneIn(view: SlackView): Scene {
    return { ...sceneOf(state, view.userId, view.channelId, view.teamId), view };
  }

  function openTab(tab: 'home' | 'messages', user: string, teamId?: string): Promise<Delivery> {
    const conversation = openDirectMessages(state, user);
    if (!conversation) return Promise.reject(new Error(`Nobody has the id ${user}.`));
    const home = homeOf(state, user);
    return dispatcher.event(teamId ?? conversation.teamId, {
      ...{ type: 'app_home_opened', user, channel: conversation.id, tab },
      ...(tab === 'home' && home ? { view: viewJson(state, home) } : {}),
    });
  }

  return {
    async submit(viewId, given, { user }) {
      const view = modalOf(state, viewId, user);
      const values = filledIn(view, given);
      const problem = submitProblem(view, values);
      if (problem) throw new Error(`Slack does not let ${user} submit this: ${problem}`);
      const scene = sceneIn(view);
      const delivery = await dispatcher.interaction(user, {
        type: 'view_submission',
        ...interactionFields(state, scene),
        trigger_id: triggerOf(state, scene),
        view: viewJson(state, view, values),
        response_urls: responseUrls(state, scene, view, values),
      });
      if (delivery.outcome === 'acked') respond(state, viewId, delivery.payload, user);
      return delivery;
    },
    async closeView(viewId, { user }) {
      const view = modalOf(state, viewId, user);
      const isCleared = view.view['clear_on_close'] === true;
      if (isCleared) closeAll(state, user);
      else closeTop(state, view);
      if (view.view['notify_on_close'] !== true) return null;
      return dispatcher.interaction(user, {
        type: 'view_closed',
        ...interactionFields(state, sceneIn(view)),
        view: viewJson(state, view),
        is_cleared: isCleared,
      });
    },
    openHome: (user, at) => openTab('home', user, at?.teamId),
    openMessagesTab: (user, at) => openTab('messages', user, at?.teamId),
  };
}

/** An answer that Slack cannot show leaves the modal as it was, with a trouble-connecting error for the person. */
function respond(state: SlackState, viewId: string, payload: JsonObject, userId: string): void {
  // The app may have updated or closed it meanwhile.
  const view = state.views.find(({ id }) => id === viewId);
  if (!view || !isObject(payload)) return;
  try {
    applyResponse(state, view, payload);
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    const messages = JSON.stringify(error.extra['errors'] ?? []);
    state.personErrors.push({ userId, what: 'view_submission', error: `${error.code} ${messages}` });
  }
}
