import type { Actor, Choice, Driving } from '../driving.ts';
import { messageObject } from '../objects/message.ts';
import type { FakeMessage, Json } from '../records.ts';
import { jsonsOf } from '../validate/fields.ts';
import type { World } from '../world.ts';
import { createMessage } from '../write-message.ts';
import { actingAs } from './acting.ts';
import { commandData } from './command-data.ts';
import { chooseData, findComponent, findMessage, pressData } from './component-data.ts';
import { emitInteraction } from './emit-interaction.ts';
import { findCommand } from './find-command.ts';
import { modalData, openedModal } from './modal-data.ts';

export function createDriving(world: World): Driving {
  async function use(
    messageId: string,
    customId: string,
    actor: Actor,
    dataOf: (acting: ReturnType<typeof actingAs>, component: Json) => Json,
  ) {
    const place = findMessage(world, messageId, null);
    const acting = actingIn(world, place, actor);
    const source = findMessage(world, messageId, acting.userId);
    const data = dataOf(acting, findComponent(source, customId));
    return emitInteraction(world, { kind: 'component', name: customId, acting, data, source });
  }

  return {
    async slash(input) {
      const acting = actingAs(world, input);
      const { data } = commandData(world, acting, input, null);
      return emitInteraction(world, { kind: 'command', name: input.name, acting, data, source: null });
    },
    async autocomplete(input) {
      const acting = actingAs(world, input);
      const { data } = commandData(world, acting, input, input.focused);
      const emitted = { kind: 'autocomplete', name: input.name, acting, data, source: null } as const;
      const driven = await emitInteraction(world, emitted);
      return { ...driven, choices: jsonsOf(driven.answer?.data['choices']).map(choiceOf) };
    },
    press: (messageId, customId, actor = {}) =>
      use(messageId, customId, actor, (_, component) => pressData(component)),
    choose: (messageId, customId, values, actor = {}) =>
      use(messageId, customId, actor, (acting, component) => chooseData(world, acting, component, values)),
    async submit(input) {
      const acting = actingAs(world, input);
      const opened = openedModal(world, acting.userId, input.customId);
      const data = modalData(world, acting, opened.answer?.data ?? {}, input);
      const { source } = opened;
      return emitInteraction(world, { kind: 'modal', name: input.customId, acting, data, source });
    },
    async contextMenu(name, messageId, actor = {}) {
      const message = findMessage(world, messageId, null);
      const acting = actingIn(world, message, actor);
      const { id, type } = findCommand(world, acting, 3, name);
      const resolved = { messages: { [messageId]: messageObject(world, message) } };
      const data = { id, name, type, target_id: messageId, resolved };
      return emitInteraction(world, { kind: 'contextMenu', name, acting, data, source: null });
    },
    mention: (text, actor = {}) => say(world, `<@${world.botId}> ${text}`, actor),
    say: (text, actor = {}) => say(world, text, actor),
    directMessage: (text, actor = {}) => say(world, text, { ...actor, isDirect: true }),
  };
}

/** Components and context menus are used where the message stands. */
function actingIn(world: World, { guildId, channelId }: FakeMessage, actor: Actor) {
  const direct = world.directChannels.get(channelId);
  if (guildId === null)
    return actingAs(world, { ...actor, isDirect: true, ...(direct ? { userId: direct } : {}) });
  return actingAs(world, { ...actor, guildId, channelId });
}

function say(world: World, content: string, actor: Actor): FakeMessage {
  const { userId, channelId, guild } = actingAs(world, actor);
  return createMessage(world, { channelId, guildId: guild?.id ?? null, authorId: userId, body: { content } });
}

function choiceOf(choice: Json): Choice {
  const { value } = choice;
  const isValue = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { name: String(choice['name']), value: isValue ? value : '' };
}
