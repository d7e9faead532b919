import { DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import { discordFailure } from './discord-errors.ts';

/** Close codes after which no connection comes (docs.discord.com/developers/topics/opcodes-and-status-codes). */
const byCode: Readonly<Record<number, string>> = {
  4004: "Discord does not know the bot's token. Copy it anew from the Developer Portal, under Bot, to DISCORD_TOKEN, and restart the bot.",
  4010: 'Discord refuses the number of this shard. Restart all processes of the bot together.',
  4011: 'The bot is in more servers than one connection takes. It opens more when it connects anew; where discord.shards is a number, raise it and restart the bot.',
  4012: "Discord no longer takes this version of its Gateway. Update Wirewatch's discord.js.",
  4013: 'Discord does not know an intent that was asked for. Please report this as a fault of Wirewatch.',
  4014: "Discord does not grant an intent. Wirewatch asks for no privileged one; look at the application's Bot page in the Developer Portal.",
};

/** As discord.js words the errors of those codes while it connects. */
const codeOfMessage: Readonly<Record<string, number>> = {
  'Authentication failed': 4004,
  'Invalid shard': 4010,
  'Sharding is required': 4011,
  'Used an invalid API version': 4012,
  'Used invalid intents': 4013,
  'Used disallowed intents': 4014,
};

/** Why there is no connection, and what to do: of a close code, or of what logging in rejects with. */
export function gatewayProblem(error: unknown): string {
  const code = typeof error === 'number' ? error : codeOf(error);
  const known = byCode[code];
  if (known) return known;
  if (typeof error === 'number')
    return `Discord closed the connection with code ${code}. The bot tries again; if that does not help, restart it.`;
  return discordFailure(error).problem;
}

function codeOf(error: unknown): number {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return 4004;
  return error instanceof Error ? (codeOfMessage[error.message] ?? 0) : 0;
}
