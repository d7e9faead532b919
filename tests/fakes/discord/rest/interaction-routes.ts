import type { LiveInteraction } from '../live-interaction.ts';
import { messageObject } from '../objects/message.ts';
import type { FakeMessage, InteractionKind, Json } from '../records.ts';
import { choiceProblems } from '../validate/choices.ts';
import { choiceOf, jsonOf, numberOf } from '../validate/fields.ts';
import { messageFlags } from '../validate/message.ts';
import { modalProblems } from '../validate/modal.ts';
import type { World } from '../world.ts';
import { createMessage, rewriteMessage } from '../write-message.ts';
import { ApiError, refuse, refuseFields } from './api-error.ts';
import { checkEdit, checkNewMessage } from './message-routes.ts';
import { idOf, noContent, ok, type RouteCall, type Routes } from './route.ts';

/** docs.discord.com/developers/interactions/receiving-and-responding: interaction callback type. */
const types = { message: 4, deferred: 5, deferredUpdate: 6, update: 7, choices: 8, modal: 9 } as const;

export const interactionRoutes: Routes = {
  'POST /interactions/:interaction/:token/callback': (call) => {
    const interaction = call.world.interactions.get(idOf(call, 'interaction'));
    if (!interaction || interaction.token !== call.ids['token']) throw refuse('unknownInteraction');
    return notingRefusals(interaction, () => answer(call, interaction));
  },
};

/** Discord's refusals of an interaction's answers are what tests want to see: they are kept beside it. */
export function notingRefusals<Result>(interaction: LiveInteraction, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    if (error instanceof ApiError) interaction.refusals.push(error.code);
    throw error;
  }
}

function answer({ world, body, query, fileCount }: RouteCall, interaction: LiveInteraction) {
  if (interaction.answer) throw refuse('alreadyAcknowledged');
  if (isTooLate(world, interaction)) throw refuse('unknownInteraction');
  const type = numberOf(body['type']);
  const data = jsonOf(body['data']);
  refuseFields(choiceOf(...allowedTypes(interaction))(type, ['type']));
  interaction.original = carryOut(world, interaction, type, data, fileCount);
  interaction.isEphemeral = interaction.original?.isEphemeral ?? false;
  interaction.answer = { type, data, tookMs: performance.now() - interaction.startedAtMs };
  return query['with_response'] === 'true' ? ok(responseObject(world, interaction, type)) : noContent;
}

function isTooLate(world: World, { createdMs, startedAtMs }: LiveInteraction): boolean {
  const ageMs = Math.max(world.clock.nowMs() - createdMs, performance.now() - startedAtMs);
  return ageMs > world.answerWithinMs;
}

function allowedTypes({ kind, source }: LiveInteraction): readonly number[] {
  const updates = source ? [types.deferredUpdate, types.update] : [];
  const allowed: Readonly<Record<InteractionKind, readonly number[]>> = {
    command: [types.message, types.deferred, types.modal],
    contextMenu: [types.message, types.deferred, types.modal],
    autocomplete: [types.choices],
    component: [types.message, types.deferred, types.modal, ...updates],
    modal: [types.message, types.deferred, ...updates],
  };
  return allowed[kind];
}

/** The message that the answer made or changed; `null` where it is none. */
function carryOut(
  world: World,
  interaction: LiveInteraction,
  type: number,
  data: Json,
  fileCount: number,
): FakeMessage | null {
  switch (type) {
    case types.message:
      checkNewMessage(data, fileCount, ['data']);
      return answerMessage(world, interaction, data, 0);
    case types.deferred:
      return answerMessage(world, interaction, { flags: data['flags'] ?? 0 }, messageFlags.loading);
    case types.update:
      if (interaction.source) {
        checkEdit(interaction.source, data, fileCount, ['data']);
        rewriteMessage(world, interaction.source, data);
      }
      return interaction.source;
    case types.choices:
      refuseFields(choiceProblems(data));
      return null;
    case types.modal:
      refuseFields(modalProblems(data));
      return null;
    default:
      return interaction.source;
  }
}

export function answerMessage(
  world: World,
  interaction: LiveInteraction,
  body: Json,
  flags: number,
): FakeMessage {
  return createMessage(world, {
    channelId: interaction.channelId,
    guildId: interaction.guildId,
    authorId: world.botId,
    body,
    isEphemeral: (numberOf(body['flags']) & messageFlags.ephemeral) !== 0,
    interactionId: interaction.id,
    flags,
  });
}

function responseObject(world: World, interaction: LiveInteraction, type: number): Json {
  const { original, id, channelId } = interaction;
  const flags = original?.flags ?? 0;
  return {
    interaction: {
      id,
      type: { command: 2, contextMenu: 2, component: 3, autocomplete: 4, modal: 5 }[interaction.kind],
      channel_id: channelId,
      response_message_id: original?.id ?? null,
      response_message_loading: (flags & messageFlags.loading) !== 0,
      response_message_ephemeral: (flags & messageFlags.ephemeral) !== 0,
    },
    resource: { type, ...(original ? { message: messageObject(world, original) } : {}) },
  };
}
