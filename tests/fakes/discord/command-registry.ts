import type { CommandRegistry, FakeCommand, Json } from './records.ts';

/** Commands as they are registered, and what Discord counts of it. */
export interface Commands extends CommandRegistry {
  /** `null`: the global ones. */
  of(guildId: string | null): readonly FakeCommand[];
  /** Puts these in the place of all that the scope has. */
  replaceAll(
    guildId: string | null,
    bodies: readonly Json[],
    nowMs: number,
    newId: () => string,
  ): readonly FakeCommand[];
  /** Commands created in the scope within the last day. */
  createsOfDay(guildId: string | null, nowMs: number): number;
  byId(id: string): FakeCommand | undefined;
}

const dayMs = 86_400_000;

export function createCommands(): Commands {
  const scopes = new Map<string | null, readonly FakeCommand[]>();
  const created: { readonly guildId: string | null; readonly atMs: number }[] = [];
  const counts = { writes: 0 };
  const of = (guildId: string | null) => scopes.get(guildId) ?? [];
  return {
    of,
    get global() {
      return of(null);
    },
    ofGuild: of,
    get writes() {
      return counts.writes;
    },
    get creates() {
      return created.length;
    },
    byId: (id) => [...scopes.values()].flat().find((command) => command.id === id),
    createsOfDay: (guildId, nowMs) =>
      created.filter((entry) => entry.guildId === guildId && nowMs - entry.atMs < dayMs).length,
    replaceAll(guildId, bodies, nowMs, newId) {
      counts.writes += 1;
      const commands = bodies.map((body): FakeCommand => {
        const known = of(guildId).find((command) => isSame(command, body));
        if (!known) created.push({ guildId, atMs: nowMs });
        return { id: known?.id ?? newId(), guildId, type: typeOf(body), name: String(body['name']), body };
      });
      scopes.set(guildId, commands);
      return commands;
    },
  };
}

export function typeOf(body: Json): number {
  return typeof body['type'] === 'number' ? body['type'] : 1;
}

export function isSame(command: FakeCommand, body: Json): boolean {
  return command.name === body['name'] && command.type === typeOf(body);
}
