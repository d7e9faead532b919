import { hasPermission } from './permission-bits.ts';
import { permissionsIn } from './permissions.ts';
import type { Json, Pings } from './records.ts';
import { displayedTexts } from './validate/components.ts';
import { isJson, listOf } from './validate/fields.ts';
import type { World } from './world.ts';

export interface PingingMessage {
  readonly channelId: string;
  readonly guildId: string | null;
  readonly authorId: string;
  readonly content: string;
  readonly components: readonly Json[];
  /** `allowed_mentions` as it came; without it Discord parses everything. */
  readonly allowed: unknown;
  /** The author of the message that it replies to. */
  readonly repliedTo: string | null;
}

/** Whom the message pings. Embeds ping nobody, text displays do; a backslash before a mention makes it text. */
export function pingsOf(world: World, message: PingingMessage): Pings {
  const text = [message.content, ...displayedTexts(message.components)].join('\n');
  const called = {
    users: idsOf(text, /(?<!\\)<@!?(\d+)>/g),
    roles: idsOf(text, /(?<!\\)<@&(\d+)>/g),
    everyone: /(?<!\\)@(?:everyone|here)\b/.test(text),
  };
  const parses = (kind: string) =>
    !isJson(message.allowed) || listOf(message.allowed['parse']).includes(kind);
  const names = (kind: string, id: string) =>
    isJson(message.allowed) && listOf(message.allowed[kind]).includes(id);
  const guild = message.guildId === null ? undefined : world.guilds.get(message.guildId);
  const mayPingAll =
    guild !== undefined &&
    hasPermission(permissionsIn(world, guild, message.authorId, message.channelId), 'MentionEveryone');
  const isHere = (id: string) => (guild ? guild.members.has(id) : world.people.has(id));
  const repliesTo = repliedUser(message);
  return {
    users: [
      ...called.users.filter((id) => isHere(id) && (parses('users') || names('users', id))),
      ...(repliesTo === null ? [] : [repliesTo]),
    ],
    roles: called.roles.filter((id) => {
      const role = guild?.roles.get(id);
      return role && (role.mentionable || mayPingAll) && (parses('roles') || names('roles', id));
    }),
    everyone: called.everyone && mayPingAll && parses('everyone'),
  };
}

/** A reply pings its addressee unless `allowed_mentions` is there and does not say so. */
function repliedUser({ allowed, repliedTo }: PingingMessage): string | null {
  return isJson(allowed) && allowed['replied_user'] !== true ? null : repliedTo;
}

function idsOf(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
}
