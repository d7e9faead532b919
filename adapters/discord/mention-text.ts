import type { Mention } from '../../src/domain/mention.ts';
import { shortened } from '../../src/domain/text/cite.ts';
import { mentionName } from '../../src/domain/text/mention-name.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { escapeDiscord } from './escape.ts';
import { discordLayout } from './limits.ts';

/** A snowflake: an unsigned number of 64 bits. */
const snowflake = /^\d{1,20}$/;

/** What a message may call: nobody, but for the ids that code put there itself. */
export interface AllowedMentions {
  readonly parse: readonly never[];
  readonly users?: readonly string[];
  readonly roles?: readonly string[];
}

export const nobody: AllowedMentions = { parse: [] };

/** Calls people and roles, and allows exactly those. An id that cannot be Discord's stays text and calls nobody. */
export function mentionText(
  mentions: readonly Mention[],
  words: Words,
): {
  readonly text: string;
  readonly allowed: AllowedMentions;
} {
  const shown = mentions.slice(0, discordLayout.mentions);
  const unnamed = mentions.length - shown.length;
  const [users, roles] = (['person', 'role'] as const).map((kind) => [
    ...new Set(shown.filter((mention) => mention.kind === kind && isCallable(mention)).map(({ id }) => id)),
  ]);
  const isCall = shown.some(isCallable);
  return {
    text: [...shown.map(callOf), ...(unnamed > 0 ? [words.more(unnamed)] : [])].join(' '),
    allowed: isCall ? { parse: [], users: users ?? [], roles: roles ?? [] } : nobody,
  };
}

function isCallable({ id }: Mention): boolean {
  return snowflake.test(id);
}

function callOf(mention: Mention): string {
  if (!isCallable(mention)) return escapeDiscord(shortened(mentionName(mention), discordLayout.mentionChars));
  switch (mention.kind) {
    case 'person':
      return `<@${mention.id}>`;
    case 'role':
      return `<@&${mention.id}>`;
  }
}
