import { idOfToken, type LiveInteraction, tokenLifeMs } from '../live-interaction.ts';
import { messageObject } from '../objects/message.ts';
import type { FakeMessage, Json } from '../records.ts';
import { messageFlags } from '../validate/message.ts';
import type { World } from '../world.ts';
import { deleteMessage, rewriteMessage } from '../write-message.ts';
import { refuse } from './api-error.ts';
import { answerMessage, notingRefusals } from './interaction-routes.ts';
import { checkEdit, checkNewMessage } from './message-routes.ts';
import { idOf, noContent, ok, type Reply, type RouteCall, type RouteHandler, type Routes } from './route.ts';

const oneMessage = '/webhooks/:application/:token/messages/:message';

/** What an interaction's token is good for once it has been answered. */
export const webhookRoutes: Routes = {
  'POST /webhooks/:application/:token': onInteraction(followUp),
  [`GET ${oneMessage}`]: onInteraction((call, interaction) =>
    ok(messageObject(call.world, messageOf(call, interaction))),
  ),
  [`PATCH ${oneMessage}`]: onInteraction((call, interaction) => {
    const message = messageOf(call, interaction);
    return ok(edited(call.world, interaction, message, call.body, call.fileCount));
  }),
  [`DELETE ${oneMessage}`]: onInteraction((call, interaction) => {
    deleteMessage(call.world, messageOf(call, interaction));
    return noContent;
  }),
};

function onInteraction(step: (call: RouteCall, interaction: LiveInteraction) => Reply): RouteHandler {
  return (call) => {
    const { world, ids } = call;
    const interaction = world.interactions.get(idOfToken(ids['token'] ?? ''));
    if (!interaction || ids['application'] !== world.botId) throw refuse('unknownWebhook');
    return notingRefusals(interaction, () => {
      if (world.clock.nowMs() - interaction.createdMs > tokenLifeMs) throw refuse('invalidWebhookToken');
      if (!interaction.answer) throw refuse('unknownWebhook');
      return step(call, interaction);
    });
  };
}

function messageOf(call: RouteCall, interaction: LiveInteraction): FakeMessage {
  const id = idOf(call, 'message');
  const own = [interaction.original, ...interaction.followUps];
  const message = id === '@original' ? interaction.original : own.find((each) => each?.id === id);
  if (!message || !call.world.messages.all.has(message.id)) throw refuse('unknownMessage');
  return message;
}

function edited(
  world: World,
  interaction: LiveInteraction,
  message: FakeMessage,
  body: Json,
  fileCount: number,
): Json {
  checkEdit(message, body, fileCount);
  rewriteMessage(world, message, body);
  interaction.edits.push({ messageId: message.id, body, atMs: world.clock.nowMs() });
  return messageObject(world, message);
}

/** The first follow-up to a deferred answer fills that answer, and is as private as the answer was announced. */
function followUp({ world, body, fileCount }: RouteCall, interaction: LiveInteraction): Reply {
  const { original } = interaction;
  checkNewMessage(body, fileCount);
  if (original && (original.flags & messageFlags.loading) !== 0)
    return ok(edited(world, interaction, original, body, fileCount));
  const message = answerMessage(world, interaction, body, 0);
  interaction.followUps.push(message);
  return ok(messageObject(world, message));
}
