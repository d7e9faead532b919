import { type REST, type RouteLike, Routes } from 'discord.js';
import { z } from 'zod';

const named = z.object({ id: z.string(), name: z.string() });
const overwrite = z.object({ id: z.string(), allow: z.string(), deny: z.string() });
const channelShape = z.object({
  id: z.string(),
  type: z.number(),
  name: z.string().nullish(),
  guild_id: z.string().nullish(),
  parent_id: z.string().nullish(),
  permission_overwrites: z.array(overwrite).nullish(),
});
const roleShape = z.object({ id: z.string(), name: z.string(), permissions: z.string() });

export type AskedChannel = z.infer<typeof channelShape>;
export type AskedRole = z.infer<typeof roleShape>;

/** What the app asks Discord. Rejects with what the client throws (see `discordFailure`). */
export interface AskApi {
  /** The bot's own user. */
  me(): Promise<{ readonly id: string; readonly name: string }>;
  applicationId(): Promise<string>;
  /** At most 200, which is as many as Discord tells at once. */
  guilds(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  ownerOf(guildId: string): Promise<string>;
  roles(guildId: string): Promise<readonly AskedRole[]>;
  /** Ids of the roles of a member. */
  memberRoles(guildId: string, personId: string): Promise<readonly string[]>;
  channels(guildId: string): Promise<readonly AskedChannel[]>;
  channel(channelId: string): Promise<AskedChannel>;
  commands(applicationId: string, guildId: string | null): Promise<readonly unknown[]>;
  putCommands(applicationId: string, guildId: string | null, commands: readonly unknown[]): Promise<void>;
}

export function createAskApi(rest: REST): AskApi {
  const get = (route: RouteLike) => rest.get(route);
  const commandsRoute = (applicationId: string, guildId: string | null): RouteLike =>
    guildId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  return {
    me: async () => {
      const { id, username } = z
        .object({ id: z.string(), username: z.string() })
        .parse(await get(Routes.user()));
      return { id, name: username };
    },
    applicationId: async () => z.object({ id: z.string() }).parse(await get(Routes.currentApplication())).id,
    guilds: async () => z.array(named).parse(await get(Routes.userGuilds())),
    ownerOf: async (guildId) =>
      z.object({ owner_id: z.string() }).parse(await get(Routes.guild(guildId))).owner_id,
    roles: async (guildId) => z.array(roleShape).parse(await get(Routes.guildRoles(guildId))),
    memberRoles: async (guildId, personId) =>
      z.object({ roles: z.array(z.string()) }).parse(await get(Routes.guildMember(guildId, personId))).roles,
    channels: async (guildId) => z.array(channelShape).parse(await get(Routes.guildChannels(guildId))),
    channel: async (channelId) => channelShape.parse(await get(Routes.channel(channelId))),
    commands: async (applicationId, guildId) =>
      z.array(z.unknown()).parse(await get(commandsRoute(applicationId, guildId))),
    putCommands: async (applicationId, guildId, commands) =>
      void (await rest.put(commandsRoute(applicationId, guildId), { body: commands })),
  };
}
