import { isSame, typeOf } from '../command-registry.ts';
import type { FakeCommand, Json } from '../records.ts';
import { commandProblems } from '../validate/commands.ts';
import { isJson, wrong } from '../validate/fields.ts';
import { refuse, refuseFields } from './api-error.ts';
import { guildOf } from './places.ts';
import { idOf, noContent, ok, type RouteCall, type Routes } from './route.ts';

// docs.discord.com/developers/interactions/application-commands; 15 of each context menu since March 2026.
const maxOfType: ReadonlyMap<number, number> = new Map([
  [1, 100],
  [2, 15],
  [3, 15],
]);
const maxCreatesOfDay = 200;

export const commandRoutes: Routes = {
  ...scoped('/applications/:application/commands'),
  ...scoped('/applications/:application/guilds/:guild/commands'),
};

function scoped(base: string): Routes {
  return {
    [`GET ${base}`]: (call) =>
      ok(call.world.commands.of(scopeOf(call)).map((command) => commandObject(call, command))),
    [`PUT ${base}`]: overwrite,
    [`POST ${base}`]: create,
    [`GET ${base}/:command`]: (call) => ok(commandObject(call, commandOf(call))),
    [`PATCH ${base}/:command`]: change,
    [`DELETE ${base}/:command`]: (call) => {
      const command = commandOf(call);
      write(
        call,
        bodiesOf(call).filter((body) => !isSame(command, body)),
      );
      return noContent;
    },
  };
}

function scopeOf(call: RouteCall): string | null {
  if (idOf(call, 'application') !== call.world.botId) throw refuse('notThisApplication');
  const guildId = call.ids['guild'];
  return guildId === undefined ? null : guildOf(call.world, guildId, 'missingAccess').id;
}

function bodiesOf(call: RouteCall): readonly Json[] {
  return call.world.commands.of(scopeOf(call)).map((command) => command.body);
}

function commandOf(call: RouteCall): FakeCommand {
  const command = call.world.commands.of(scopeOf(call)).find(({ id }) => id === call.ids['command']);
  if (!command) throw refuse('unknownCommand');
  return command;
}

function overwrite(call: RouteCall) {
  const scope = scopeOf(call);
  if (!Array.isArray(call.rawBody))
    refuseFields(wrong([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType.'));
  const bodies = (Array.isArray(call.rawBody) ? call.rawBody : []).filter(isJson);
  refuseFields(bodies.flatMap((body, index) => commandProblems(body, [index])));
  refuseFields(bodies.flatMap((body, index) => duplicateProblems(bodies, body, index)));
  write(call, bodies);
  return ok(call.world.commands.of(scope).map((command) => commandObject(call, command)));
}

function duplicateProblems(bodies: readonly Json[], body: Json, index: number) {
  const isKnown = bodies
    .slice(0, index)
    .some((earlier) => earlier['name'] === body['name'] && typeOf(earlier) === typeOf(body));
  return isKnown
    ? wrong([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')
    : [];
}

/** A command of the same name and type is replaced. */
function create(call: RouteCall) {
  refuseFields(commandProblems(call.body, []));
  const known = call.world.commands.of(scopeOf(call)).find((command) => isSame(command, call.body));
  const others = bodiesOf(call).filter((body) => !(known && isSame(known, body)));
  write(call, [...others, call.body]);
  const command = call.world.commands.of(scopeOf(call)).find((entry) => isSame(entry, call.body));
  return { status: known ? 200 : 201, body: command ? commandObject(call, command) : {} };
}

function change(call: RouteCall) {
  const command = commandOf(call);
  const body = { ...command.body, ...call.body };
  refuseFields(commandProblems(body, []));
  write(
    call,
    bodiesOf(call).map((other) => (isSame(command, other) ? body : other)),
  );
  return ok(commandObject(call, { ...command, name: String(body['name']), body }));
}

function write(call: RouteCall, bodies: readonly Json[]): void {
  const { commands, clock, newId } = call.world;
  const scope = scopeOf(call);
  for (const [type, max] of maxOfType)
    if (bodies.filter((body) => typeOf(body) === type).length > max) throw refuse('tooManyCommands');
  const newOnes = bodies.filter((body) => !commands.of(scope).some((command) => isSame(command, body)));
  if (commands.createsOfDay(scope, clock.nowMs()) + newOnes.length > maxCreatesOfDay)
    throw refuse('tooManyCreates');
  commands.replaceAll(scope, bodies, clock.nowMs(), newId);
}

function commandObject({ world }: RouteCall, command: FakeCommand): Json {
  const { id, guildId, type, name, body } = command;
  return {
    default_member_permissions: null,
    nsfw: false,
    contexts: null,
    integration_types: [0],
    description: '',
    ...body,
    ...{ id, type, name },
    application_id: world.botId,
    version: id,
    ...(guildId === null ? {} : { guild_id: guildId }),
  };
}
