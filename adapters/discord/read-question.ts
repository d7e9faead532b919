import { listAt, textAt, textsAt, valueAt } from '../../src/domain/json.ts';
import type { Origin } from './read-origin.ts';

/** A message that asks something of the bot. */
export interface Question {
  readonly messageId: string;
  /** Without the bot's mention; '' when nothing else stands in it. */
  readonly text: string;
  readonly origin: Origin;
}

/** Ordinary messages and replies (docs.discord.com/developers/resources/message, "Message Types"). */
const askingTypes: ReadonlySet<unknown> = new Set([0, 19]);

/**
 * A message as the Gateway brings it, as a question; `null` when it is none: it does not mention the bot, or no person wrote
 * it. Calls of everyone or of a role are no mention.
 */
export function readQuestion(body: unknown, botId: string): Question | null {
  const guildId = textAt(body, 'guild_id') || null;
  const isPerson = valueAt(body, 'author', 'bot') !== true && valueAt(body, 'webhook_id') === undefined;
  const isMentioned = listAt(body, 'mentions').some((person) => textAt(person, 'id') === botId);
  if (!isPerson || !askingTypes.has(valueAt(body, 'type'))) return null;
  if (guildId !== null && !isMentioned) return null;
  return {
    messageId: textAt(body, 'id'),
    text: withoutMention(textAt(body, 'content'), botId),
    origin: {
      guildId,
      personId: textAt(body, 'author', 'id'),
      placeId: textAt(body, 'channel_id'),
      parentId: null,
      permissions: null,
      roleIds: textsAt(body, 'member', 'roles'),
      deliveryKey: null,
      locale: '',
    },
  };
}

function withoutMention(text: string, botId: string): string {
  return text
    .replaceAll(new RegExp(`<@!?${botId}>`, 'g'), ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
