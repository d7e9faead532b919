import { viewRefusal } from './blocks/check-view.ts';
import { isObject, type JsonObject, listOf, objectOf, textOf } from './json.ts';
import { knowsFile, refused } from './methods/chat-post.ts';
import type { SlackView } from './records.ts';
import { SlackRefusal } from './refusal.ts';
import type { SlackState } from './state.ts';
import { withIds } from './with-ids.ts';

/** docs.slack.dev/reference/methods/views.push: a root and two more. */
const maxStack = 3;

export interface ViewOwner {
  readonly teamId: string;
  readonly userId: string;
  /** Where the person was when it opened. */
  readonly channelId: string;
}

/** Throws what Slack refuses a view for. */
export function requireView(state: SlackState, view: unknown, kind: 'modal' | 'home'): JsonObject {
  const refusal = viewRefusal(view, kind, knowsFile(state));
  if (refusal) throw refused(refusal);
  return objectOf(view);
}

function viewOf(state: SlackState, view: JsonObject, owner: ViewOwner, id: string): SlackView {
  return {
    ...{ id, teamId: owner.teamId, userId: owner.userId, channelId: owner.channelId },
    kind: view['type'] === 'home' ? 'home' : 'modal',
    hash: state.nextId('hash.'),
    callbackId: textOf(view['callback_id']),
    externalId: textOf(view['external_id']),
    privateMetadata: textOf(view['private_metadata']),
    title: textOf(objectOf(view['title'])['text']),
    blocks: listOf(view['blocks']).filter(isObject),
    view,
    rootViewId: id,
    previousViewId: null,
    errors: {},
  };
}

function requireOwnExternalId(state: SlackState, view: JsonObject, teamId: string, exceptId: string): void {
  const externalId = textOf(view['external_id']);
  if (externalId === '') return;
  const isTaken = state.views.some(
    (each) => each.teamId === teamId && each.externalId === externalId && each.id !== exceptId,
  );
  if (isTaken) throw new SlackRefusal('duplicate_external_id');
}

/** A new stack: the person's other modals are gone. */
export function openView(state: SlackState, view: JsonObject, owner: ViewOwner): SlackView {
  closeAll(state, owner.userId);
  const opened = viewOf(state, view, owner, state.nextId('V'));
  requireOwnExternalId(state, view, owner.teamId, opened.id);
  state.views.push(opened);
  return opened;
}

export function pushView(state: SlackState, view: JsonObject, onto: SlackView): SlackView {
  const depth = state.views.filter(
    ({ rootViewId, kind }) => kind === 'modal' && rootViewId === onto.rootViewId,
  );
  if (depth.length >= maxStack) throw new SlackRefusal('push_limit_reached');
  const pushed = {
    ...viewOf(state, view, onto, state.nextId('V')),
    rootViewId: onto.rootViewId,
    previousViewId: onto.id,
  };
  requireOwnExternalId(state, view, onto.teamId, pushed.id);
  state.views.push(pushed);
  return pushed;
}

/** The same view with other content, and another hash. */
export function replaceView(state: SlackState, before: SlackView, view: JsonObject): SlackView {
  requireOwnExternalId(state, view, before.teamId, before.id);
  const { rootViewId, previousViewId } = before;
  const after = { ...viewOf(state, view, before, before.id), rootViewId, previousViewId };
  state.views[state.views.indexOf(before)] = after;
  return after;
}

export function publishHome(state: SlackState, view: JsonObject, owner: ViewOwner): SlackView {
  const before = homeOf(state, owner.userId);
  if (before) return replaceView(state, before, view);
  const home = viewOf(state, view, owner, state.nextId('V'));
  state.views.push(home);
  return home;
}

export function homeOf(state: SlackState, userId: string): SlackView | undefined {
  return state.views.find((view) => view.kind === 'home' && view.userId === userId);
}

/** Closes this modal; the one beneath it is seen again. */
export function closeTop(state: SlackState, view: SlackView): void {
  state.views.splice(state.views.indexOf(view), 1);
}

export function closeAll(state: SlackState, userId: string): void {
  const kept = state.views.filter((view) => view.kind === 'home' || view.userId !== userId);
  state.views.splice(0, state.views.length, ...kept);
}

/** What a person sees of it is told by `errors`. */
export function showErrors(
  state: SlackState,
  view: SlackView,
  errors: Readonly<Record<string, string>>,
): void {
  state.views[state.views.indexOf(view)] = { ...view, errors };
}

/** A view as Slack gives it to the app. `values`: what is filled in. */
export function viewJson(state: SlackState, view: SlackView, values: JsonObject = {}): JsonObject {
  const { settings, teams } = state;
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    ...{ close: null, submit: null, ...view.view },
    id: view.id,
    team_id: view.teamId,
    blocks: withIds(view.blocks),
    state: { values },
    hash: view.hash,
    root_view_id: view.rootViewId,
    previous_view_id: view.previousViewId,
    app_id: settings.appId,
    app_installed_team_id: view.teamId,
    bot_id: teams.get(view.teamId)?.botId ?? '',
  };
}
