import type { Dispatch } from '../world.ts';

/** docs.discord.com/developers/events/gateway: list of intents. */
const guilds = 1 << 0;
const guildMembers = 1 << 1;
const guildMessages = 1 << 9;
const directMessages = 1 << 12;

const privilegedIntents = guildMembers | (1 << 8) | (1 << 15);
const knownIntents = 0b11_1111_1111_1111_1111 | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);

/** The close code for intents that are none (4013) or were not granted (4014); `null` where all is well. */
export function intentProblem(intents: unknown, granted: number): 4013 | 4014 | null {
  if (typeof intents !== 'number' || !Number.isInteger(intents) || (intents & ~knownIntents) !== 0)
    return 4013;
  return (intents & privilegedIntents & ~granted) === 0 ? null : 4014;
}

/** Which intent an event needs: `0` for those that everyone gets. */
function intentOf({ type, guildId }: Dispatch): number {
  if (type === 'INTERACTION_CREATE') return 0;
  if (type.startsWith('MESSAGE_')) return guildId === null ? directMessages : guildMessages;
  if (type.startsWith('GUILD_MEMBER_')) return guildMembers;
  if (guildId === null) return type.startsWith('CHANNEL_') ? directMessages : 0;
  return guilds;
}

export function isWanted(event: Dispatch, intents: number): boolean {
  const needed = intentOf(event);
  return needed === 0 || (intents & needed) !== 0;
}
