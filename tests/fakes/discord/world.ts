import { addGuild } from './add-guild.ts';
import { type Changes, createChanges } from './changes.ts';
import { type Commands, createCommands } from './command-registry.ts';
import type { LiveInteraction } from './live-interaction.ts';
import { createMessages, type Messages } from './messages.ts';
import { createMovingClock, type MovingClock } from './moving-clock.ts';
import { type FakeDiscordOptions, type GuildOptions, sampleGuild } from './options.ts';
import type { FakeThread, Json } from './records.ts';
import { createSnowflakes } from './snowflakes.ts';
import type { Channel, Guild, Person } from './world-parts.ts';

/** An event for the Gateway; `guildId` is `null` for a direct message and for what concerns no guild. */
export interface Dispatch {
  readonly type: string;
  readonly guildId: string | null;
  readonly data: Json;
}

/** All that stands on the fake, and the clock it lives by. */
export interface World {
  readonly options: FakeDiscordOptions;
  readonly token: string;
  readonly botId: string;
  readonly answerWithinMs: number;
  readonly clock: MovingClock;
  readonly changes: Changes;
  readonly newId: () => string;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly threads: Map<string, FakeThread>;
  /** The person's id by the id of the direct channel. */
  readonly directChannels: Map<string, string>;
  readonly people: Map<string, Person>;
  readonly messages: Messages;
  readonly commands: Commands;
  /** By id. */
  readonly interactions: Map<string, LiveInteraction>;
  /** The Gateway listens here. */
  readonly listeners: Set<(dispatch: Dispatch) => void>;
}

export function createWorld(options: FakeDiscordOptions): World {
  const clock = createMovingClock(options.nowMs ?? Date.now);
  const botId = options.applicationId ?? '100000000000000001';
  const guilds: readonly GuildOptions[] = options.guilds ?? [sampleGuild];
  const world: World = {
    options,
    token: options.botToken ?? 'fake.discord.token',
    botId,
    answerWithinMs: options.answerWithinMs ?? 3_000,
    clock,
    changes: createChanges(),
    newId: createSnowflakes(clock.nowMs),
    guilds: new Map(),
    channels: new Map(),
    threads: new Map(),
    directChannels: new Map(),
    people: new Map([
      [botId, { id: botId, name: 'wirewatch', isBot: true, refuses: false, locale: 'en-US' }],
    ]),
    messages: createMessages(),
    commands: createCommands(),
    interactions: new Map(),
    listeners: new Set(),
  };
  for (const guild of guilds) addGuild(world, guild);
  return world;
}

export function dispatch(world: World, type: string, guildId: string | null, data: Json): void {
  for (const listener of world.listeners) listener({ type, guildId, data });
}
