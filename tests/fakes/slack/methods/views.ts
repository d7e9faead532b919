import type { SlackView } from '../records.ts';
import { invalidArguments, SlackRefusal } from '../refusal.ts';
import type { Trigger } from '../state.ts';
import { openView, publishHome, pushView, replaceView, requireView, viewJson } from '../view-stack.ts';
import { type MethodCall, objectArg, optionalText, type SlackMethod, textArg } from './method-call.ts';

/** docs.slack.dev/interactivity/handling-user-interaction: expires in 3 seconds, and works once. */
const triggerMs = 3_000;

function exchange(call: MethodCall): Trigger {
  const trigger = call.state.triggers.get(textArg(call, 'trigger_id'));
  if (!trigger || trigger.teamId !== call.token.teamId) throw new SlackRefusal('invalid_trigger_id');
  if (trigger.isUsed) throw new SlackRefusal('exchanged_trigger_id');
  if (call.nowMs - trigger.atMs > triggerMs) throw new SlackRefusal('expired_trigger_id');
  return trigger;
}

export const viewsOpen: SlackMethod = (call) => {
  const trigger = exchange(call);
  const view = requireView(call.state, objectArg(call, 'view'), 'modal');
  trigger.isUsed = true;
  return { view: viewJson(call.state, openView(call.state, view, trigger)) };
};

export const viewsPush: SlackMethod = (call) => {
  const trigger = exchange(call);
  const view = requireView(call.state, objectArg(call, 'view'), 'modal');
  const onto = call.state.views.find(({ id }) => id === trigger.viewId);
  if (!onto) throw new SlackRefusal('not_found');
  trigger.isUsed = true;
  return { view: viewJson(call.state, pushView(call.state, view, onto)) };
};

function requireSameHash(call: MethodCall, view: SlackView): void {
  const hash = optionalText(call, 'hash');
  if (hash !== null && hash !== view.hash) throw new SlackRefusal('hash_conflict');
}

export const viewsUpdate: SlackMethod = (call) => {
  const id = optionalText(call, 'view_id');
  const externalId = optionalText(call, 'external_id');
  if (id === null && externalId === null) throw invalidArguments('missing required field: view_id');
  const before = call.state.views.find(
    (view) =>
      view.teamId === call.token.teamId && (id === null ? view.externalId === externalId : view.id === id),
  );
  if (!before) throw new SlackRefusal('not_found');
  requireSameHash(call, before);
  const view = requireView(call.state, objectArg(call, 'view'), before.kind);
  return { view: viewJson(call.state, replaceView(call.state, before, view)) };
};

export const viewsPublish: SlackMethod = (call) => {
  const userId = textArg(call, 'user_id');
  const user = call.state.users.get(userId);
  if (!user || user.teamId !== call.token.teamId) throw new SlackRefusal('user_not_found');
  const before = call.state.views.find((view) => view.kind === 'home' && view.userId === userId);
  if (before) requireSameHash(call, before);
  const view = requireView(call.state, objectArg(call, 'view'), 'home');
  const owner = { teamId: call.token.teamId, userId, channelId: '' };
  return { view: viewJson(call.state, publishHome(call.state, view, owner)) };
};
