import type { Actor } from '../driving.ts';
import { directChannelOf } from '../rest/place-routes.ts';
import type { World } from '../world.ts';
import type { Guild, Member } from '../world-parts.ts';

/** A person in a place, with the defaults filled in. */
export interface Acting {
  readonly userId: string;
  readonly channelId: string;
  readonly locale: string;
  /** `null` in direct messages. */
  readonly guild: Guild | null;
  readonly member: Member | null;
}

export function actingAs(world: World, actor: Actor): Acting {
  const guild = guildOf(world, actor);
  const userId = actor.userId ?? [...guild.members.keys()].find((id) => id !== world.botId);
  const person = world.people.get(userId ?? '');
  if (userId === undefined || !person) throw new Error(`The fake Discord knows no person ${userId}.`);
  const locale = actor.locale ?? person.locale;
  if (actor.isDirect)
    return { userId, channelId: directChannelFor(world, userId), locale, guild: null, member: null };
  const member = guild.members.get(userId);
  if (!member) throw new Error(`${userId} is no member of guild ${guild.id}.`);
  return { userId, channelId: channelOf(world, guild, actor), locale, guild, member };
}

function guildOf(world: World, { guildId, channelId }: Actor): Guild {
  const ofChannel =
    world.threads.get(channelId ?? '')?.guildId ?? world.channels.get(channelId ?? '')?.guildId;
  const id = guildId ?? ofChannel ?? [...world.guilds.keys()][0] ?? '';
  const guild = world.guilds.get(id);
  if (!guild) throw new Error(`The bot is in no guild ${id}.`);
  return guild;
}

function channelOf(world: World, guild: Guild, { channelId }: Actor): string {
  const id =
    channelId ?? [...world.channels.values()].find((channel) => channel.guildId === guild.id)?.id ?? '';
  if (!world.channels.has(id) && !world.threads.has(id)) throw new Error(`There is no channel ${id}.`);
  return id;
}

/** A person may write first: the channel is made when it is not there. */
function directChannelFor(world: World, userId: string): string {
  const known = directChannelOf(world, userId);
  if (known !== null) return known;
  const id = world.newId();
  world.directChannels.set(id, userId);
  return id;
}
