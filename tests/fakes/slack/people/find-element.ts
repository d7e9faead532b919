import { elementsOf } from '../blocks/check-blocks.ts';
import { type JsonObject, objectOf } from '../json.ts';
import { messageJson } from '../message-json.ts';
import type { EphemeralMessage, SlackMessage, SlackView } from '../records.ts';
import type { SlackState } from '../state.ts';
import { withIds } from '../with-ids.ts';
import { optionOf } from './form-state.ts';

/** Where something is clicked. */
export type Shown =
  | { readonly kind: 'message'; readonly message: SlackMessage }
  | { readonly kind: 'ephemeral'; readonly message: EphemeralMessage }
  | { readonly kind: 'view'; readonly view: SlackView };

/** A view by its id; a message that stands, or an ephemeral, by its ts. Throws when there is none. */
export function shownAt(state: SlackState, where: string, channel?: string): Shown {
  const view = state.views.find(({ id }) => id === where);
  if (view) return { kind: 'view', view };
  const isHere = (message: { readonly channel: string }) => !channel || message.channel === channel;
  const message = state.messages.findByTs(where).find(isHere);
  if (message) return { kind: 'message', message };
  const ephemeral = state.ephemerals.find((each) => each.ts === where && isHere(each));
  if (ephemeral) return { kind: 'ephemeral', message: ephemeral };
  throw new Error(`There is no message or view ${where} to click in.`);
}

export interface Clickable {
  readonly blockId: string;
  readonly element: JsonObject;
}

/** The element with this action_id; the first that has the block_id and the value, if they are given. */
export function clickableAt(
  shown: Shown,
  actionId: string,
  { blockId, value }: { readonly blockId?: string | undefined; readonly value?: string | undefined },
): Clickable {
  const blocks = withIds(shown.kind === 'view' ? shown.view.blocks : shown.message.blocks);
  const candidates = blocks
    .filter((block) => blockId === undefined || block['block_id'] === blockId)
    .flatMap((block) => elementsOf(block).map((element) => ({ blockId: String(block['block_id']), element })))
    .filter(({ element }) => element['action_id'] === actionId);
  const found = candidates.find(({ element }) => value === undefined || offers(element, value));
  if (found) return found;
  throw new Error(
    candidates.length === 0
      ? `Nothing here has the action_id ${actionId}.`
      : `Nothing here with the action_id ${actionId} has the value ${value}.`,
  );
}

/** Whether the value is the button's, or one that can be chosen. */
function offers(element: JsonObject, value: string): boolean {
  switch (element['type']) {
    case 'button':
    case 'icon_button':
      return element['value'] === value;
    case 'feedback_buttons':
      return [element['positive_button'], element['negative_button']].some(
        (side) => objectOf(side)['value'] === value,
      );
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'overflow':
      return optionOf(element, value) !== null;
    default:
      return true;
  }
}

/** What an interaction says of the place: `container`, and the message or the view itself. */
export function containerFields(shown: Shown, view: JsonObject | null): JsonObject {
  switch (shown.kind) {
    case 'view':
      return { container: { type: 'view', view_id: shown.view.id }, view };
    case 'message': {
      const { ts, channel, thread_ts } = shown.message;
      const container = { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false };
      return {
        container: { ...container, ...(thread_ts ? { thread_ts } : {}) },
        message: messageJson(shown.message, true),
      };
    }
    case 'ephemeral': {
      const { ts, channel, thread_ts, text } = shown.message;
      const container = { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: true };
      const thread = thread_ts ? { thread_ts } : {};
      return { container: { ...container, ...thread }, message: { type: 'message', ts, text, ...thread } };
    }
  }
}
