import type { Driven } from '../driving.ts';
import { type LiveInteraction, tokenOf } from '../live-interaction.ts';
import { anyChannelObject } from '../objects/channels.ts';
import { messageObject } from '../objects/message.ts';
import { actingMember, userObject } from '../objects/people.ts';
import { ordinaryBotPermissions, permissionBits } from '../permission-bits.ts';
import { permissionsIn } from '../permissions.ts';
import type { FakeMessage, InteractionKind, Json } from '../records.ts';
import { dispatch, type World } from '../world.ts';
import type { Acting } from './acting.ts';

export interface NewInteraction {
  readonly kind: InteractionKind;
  readonly name: string;
  readonly acting: Acting;
  readonly data: Json;
  readonly source: FakeMessage | null;
}

const typeOf = { command: 2, contextMenu: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** Sends INTERACTION_CREATE and waits for the first answer as long as Discord does. */
export async function emitInteraction(world: World, input: NewInteraction): Promise<Driven> {
  const id = world.newId();
  const { guild, channelId, userId } = input.acting;
  const interaction: LiveInteraction = {
    ...{ id, channelId, userId },
    token: tokenOf(id),
    kind: input.kind,
    name: input.name,
    guildId: guild?.id ?? null,
    createdMs: world.clock.nowMs(),
    startedAtMs: performance.now(),
    source: input.source,
    answer: null,
    isEphemeral: false,
    original: null,
    followUps: [],
    edits: [],
    refusals: [],
  };
  world.interactions.set(id, interaction);
  dispatch(world, 'INTERACTION_CREATE', interaction.guildId, interactionObject(world, input, interaction));
  // 10062: it came, and too late.
  const isSettled = () => interaction.answer !== null || interaction.refusals.includes(10062);
  await world.changes.until(isSettled, world.answerWithinMs).catch(() => undefined);
  return { interaction, answer: interaction.answer };
}

function interactionObject(world: World, input: NewInteraction, interaction: LiveInteraction): Json {
  const { acting, source } = input;
  const { guild, member, channelId, userId, locale } = acting;
  return {
    id: interaction.id,
    application_id: world.botId,
    type: typeOf[input.kind],
    data: input.data,
    token: interaction.token,
    version: 1,
    locale,
    channel_id: channelId,
    channel: anyChannelObject(world, channelId),
    app_permissions: String(appPermissions(world, acting)),
    entitlements: [],
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: { 0: guild?.id ?? '0' },
    context: guild ? 0 : 1,
    ...(guild && member
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
          member: actingMember(world, guild, member, channelId),
        }
      : { user: userObject(world, userId) }),
    ...(source ? { message: messageObject(world, source) } : {}),
  };
}

function appPermissions(world: World, { guild, channelId }: Acting): bigint {
  return guild ? permissionsIn(world, guild, world.botId, channelId) : permissionBits(ordinaryBotPermissions);
}
