import { guildObject } from '../objects/channels.ts';
import { userObject } from '../objects/people.ts';
import type { Json } from '../records.ts';
import { applicationObject } from '../rest/application-routes.ts';
import { listOf } from '../validate/fields.ts';
import type { World } from '../world.ts';
import { intentProblem } from './intents.ts';
import { close } from './opcodes.ts';
import { isForShard, type Session } from './session.ts';

/** docs.discord.com/developers/events/gateway: each shard can only support a maximum of 2,500 guilds. */
const maxGuildsOfShard = 2_500;

export function shardOf(data: Json): readonly [number, number] {
  const [id = 0, count = 1] = listOf(data['shard']).map(Number);
  return [id, count];
}

/** The code with which an IDENTIFY is turned away; `null` where it is taken. */
export function identifyProblem(world: World, data: Json): number | null {
  if (data['token'] !== world.token) return close.authenticationFailed;
  const [id, count] = shardOf(data);
  if (!(Number.isInteger(id) && Number.isInteger(count) && id >= 0 && id < count)) return close.invalidShard;
  const guilds = [...world.guilds.keys()].filter((guildId) => isForShard([id, count], guildId));
  if (guilds.length > maxGuildsOfShard) return close.shardingRequired;
  return intentProblem(data['intents'], world.options.privilegedIntents ?? 0);
}

/** READY, and then a GUILD_CREATE for each guild of the shard. */
export function welcome(world: World, session: Session, resumeUrl: string): void {
  const guilds = [...world.guilds.values()].filter((guild) => isForShard(session.shard, guild.id));
  session.tell('READY', {
    v: 10,
    user: userObject(world, world.botId),
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: resumeUrl,
    shard: session.shard,
    application: applicationObject(world),
    private_channels: [],
  });
  for (const guild of guilds)
    session.hear({ type: 'GUILD_CREATE', guildId: guild.id, data: guildObject(world, guild) });
}
