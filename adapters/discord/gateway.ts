import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options } from 'discord.js';
import type { DiscordConfig } from '../../src/domain/config.ts';
import { inTime, type Wait } from '../../src/domain/in-time.ts';
import type { Log } from '../../src/ports/log.ts';
import { gatewayProblem } from './gateway-problem.ts';
import { createEndableStrategy, type EndableStrategy } from './gateway-strategy.ts';

/** None of them is privileged; without MESSAGE_CONTENT the bot reads only what mentions it or is sent to it. */
const intents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
] as const;

/** What the Gateway tells, as it comes. A listener must not throw. */
export interface GatewayListeners {
  readonly onInteraction: (body: unknown) => void;
  readonly onMessage: (body: unknown, botId: string) => void;
  readonly onGuildGone: (body: unknown) => void;
  readonly onChannelGone: (body: unknown) => void;
  readonly onRoleGone: (body: unknown) => void;
}

export interface Gateway {
  readonly applicationId: string;
  /** The servers that the bot is in; `null` in a process that hears of some of them only. */
  guildIds(): readonly string[] | null;
  /** False once Discord has closed the connection for good. True while it is made anew after a drop. */
  isRunning(): boolean;
  stop(): Promise<void>;
}

interface GatewayTools {
  readonly log: Log;
  readonly wait: Wait;
  /** Gives up connecting. */
  readonly signal: AbortSignal;
}

/**
 * Connects to Discord and stays connected: discord.js resumes after a drop, so that no event is lost, and identifies anew
 * where it cannot. Rejects with a sentence when Discord does not let the bot in. When Discord closes the connection for
 * good, that is logged with what to do, and nothing is heard any more.
 */
export async function connectGateway(
  config: DiscordConfig,
  listeners: GatewayListeners,
  tools: GatewayTools,
): Promise<Gateway> {
  const strategy = createEndableStrategy();
  const client = createClient(config, strategy);
  const state = { isIn: false };
  const end = async () => {
    state.isIn = false;
    strategy.end();
    await client.destroy();
  };
  listen(client, listeners);
  logTroubles(client, state, tools.log);
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    if (!state.isIn) return;
    tools.log.error('Discord closed the connection for good', { shard, problem: gatewayProblem(code) });
    void end();
  });
  const problem = await loginProblem(client, config, tools);
  if (problem !== null) {
    await end();
    throw new Error(problem);
  }
  state.isIn = true;
  return {
    applicationId: client.application?.id ?? client.user?.id ?? '',
    guildIds: () => (client.shard === null ? [...client.guilds.cache.keys()] : null),
    isRunning: () => state.isIn,
    stop: end,
  };
}

/** discord.js tries for ever where the Gateway does not take a connection. */
const loginTimeoutMs = 60_000;

async function loginProblem(
  client: Client,
  { token }: DiscordConfig,
  { wait, signal }: GatewayTools,
): Promise<string | null> {
  const problem = client.login(token.reveal()).then(() => null, gatewayProblem);
  const givenUp = new Promise<string>((resolve) => {
    signal.addEventListener('abort', () => resolve('The bot stops.'), { once: true });
  });
  const login = await inTime(Promise.race([problem, givenUp]), loginTimeoutMs, wait);
  return login.kind === 'done' ? login.value : 'Discord did not take the connection in time.';
}

/** Each message brings its author; nobody looks them up here. */
const mostPersons = 50;

function createClient({ apiUrl }: DiscordConfig, { build }: EndableStrategy): Client {
  const client = new Client({
    intents,
    allowedMentions: { parse: [], repliedUser: false },
    // Messages are read once, as they come, and kept nowhere.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      GuildMemberManager: { maxSize: mostPersons, keepOverLimit: ({ id, client }) => id === client.user.id },
      UserManager: { maxSize: mostPersons, keepOverLimit: ({ id, client }) => id === client.user?.id },
    }),
    ws: { buildStrategy: build },
    rest: { ...(apiUrl !== null && { api: apiUrl.replace(/\/+$/, '') }), version: '10' },
  });
  // A process of discord.js's sharding manager gets its shards from there.
  if (client.shard === null) client.options.shards = 'auto';
  return client;
}

/**
 * The raw events: what discord.js makes of them leaves out fields that are new, and whatever stands in a channel that it does
 * not keep.
 */
function listen(client: Client, listeners: GatewayListeners): void {
  const on = (event: GatewayDispatchEvents, listener: (body: unknown) => void) =>
    client.ws.on(event, listener);
  on(GatewayDispatchEvents.InteractionCreate, listeners.onInteraction);
  on(GatewayDispatchEvents.MessageCreate, (body) => listeners.onMessage(body, client.user?.id ?? ''));
  on(GatewayDispatchEvents.GuildDelete, listeners.onGuildGone);
  on(GatewayDispatchEvents.ChannelDelete, listeners.onChannelGone);
  on(GatewayDispatchEvents.GuildRoleDelete, listeners.onRoleGone);
}

function logTroubles(client: Client, state: { readonly isIn: boolean }, log: Log): void {
  client.on(Events.Error, (error) =>
    log.error('Discord client reports an error', { problem: error.message }),
  );
  client.on(Events.ShardError, (error, shard) => {
    if (state.isIn) log.warn('Discord connection has an error', { shard, problem: error.message });
  });
  client.on(Events.ShardReconnecting, (shard) => {
    if (state.isIn) log.info('Discord connection was lost and is made anew', { shard });
  });
  client.on(Events.ShardResume, (shard, replayed) => {
    log.info('Discord connection was resumed', { shard, replayed });
  });
}
