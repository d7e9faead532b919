import { anyChannelObject } from '../objects/channels.ts';
import { bareMember, roleObject, userObject } from '../objects/people.ts';
import { permissionsIn } from '../permissions.ts';
import type { Json } from '../records.ts';
import type { World } from '../world.ts';
import type { Acting } from './acting.ts';

/** By option type: 6 users, 7 channels, 8 roles, 9 users or roles. */
const kinds = new Map<unknown, readonly ('users' | 'roles' | 'channels')[]>([
  [6, ['users']],
  [7, ['channels']],
  [8, ['roles']],
  [9, ['users', 'roles']],
]);

/** `resolved` for the options of a command that name people, roles and channels; nothing where none does. */
export function resolvedOf(world: World, acting: Acting, options: readonly Json[]): Json {
  const ids = options.flatMap((option) =>
    (kinds.get(option['type']) ?? []).map((kind) => ({ kind, id: String(option['value']) })),
  );
  return resolve(world, acting, ids);
}

/** The types of the options that name the same as a select: 5 users, 6 roles, 7 mentionables, 8 channels. */
const optionTypes = new Map<unknown, number>([
  [5, 6],
  [6, 8],
  [7, 9],
  [8, 7],
]);

/** The same for the values of a select. */
export function resolvedOfSelect(
  world: World,
  acting: Acting,
  type: unknown,
  values: readonly string[],
): Json {
  return resolvedOfSelects(world, acting, [{ type, values }]);
}

/** The same for those of several, as in a modal. */
export function resolvedOfSelects(
  world: World,
  acting: Acting,
  selects: readonly { readonly type: unknown; readonly values: readonly string[] }[],
): Json {
  const options = selects.flatMap(({ type, values }) =>
    optionTypes.has(type) ? values.map((value) => ({ type: optionTypes.get(type), value })) : [],
  );
  return resolvedOf(world, acting, options);
}

type Kind = 'users' | 'members' | 'roles' | 'channels';

interface Entry {
  readonly kind: Kind;
  readonly id: string;
  readonly object: Json;
}

function resolve(
  world: World,
  acting: Acting,
  ids: readonly { readonly kind: 'users' | 'roles' | 'channels'; readonly id: string }[],
): Json {
  const entries = ids.flatMap(({ kind, id }) => entriesOf(world, acting, kind, id));
  const groups = Map.groupBy(entries, (entry) => entry.kind);
  const resolved = [...groups].map(([kind, group]) => [
    kind,
    Object.fromEntries(group.map(({ id, object }) => [id, object])),
  ]);
  return entries.length === 0 ? {} : { resolved: Object.fromEntries(resolved) };
}

function entriesOf(world: World, acting: Acting, kind: Kind, id: string): readonly Entry[] {
  const member = acting.guild?.members.get(id);
  const role = acting.guild?.roles.get(id);
  if (kind === 'channels') return [{ kind, id, object: resolvedChannel(world, acting, id) }];
  if (kind === 'roles') return role ? [{ kind, id, object: roleObject(role) }] : [];
  if (!world.people.has(id)) return [];
  const user: Entry = { kind: 'users', id, object: userObject(world, id) };
  return member ? [user, { kind: 'members', id, object: bareMember(member) }] : [user];
}

/** Since July 2026 a resolved channel says what the app may do in it. */
function resolvedChannel(world: World, { guild, userId }: Acting, id: string): Json {
  if (!world.channels.has(id) && !world.threads.has(id)) throw new Error(`There is no channel ${id}.`);
  if (!guild) return {};
  return {
    ...anyChannelObject(world, id),
    permissions: String(permissionsIn(world, guild, userId, id)),
    app_permissions: String(permissionsIn(world, guild, world.botId, id)),
  };
}
