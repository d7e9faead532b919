import { userObject } from '../objects/people.ts';
import type { Json } from '../records.ts';
import type { World } from '../world.ts';
import { ok, type Routes } from './route.ts';

/** The application and the way to the Gateway, whose address depends on the port. */
export function applicationRoutes(gatewayUrl: () => string): Routes {
  return {
    'GET /gateway': () => ok({ url: gatewayUrl() }),
    'GET /gateway/bot': ({ world }) =>
      ok({
        url: gatewayUrl(),
        shards: world.options.shards ?? 1,
        session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 16 },
      }),
    'GET /applications/@me': ({ world }) => ok(applicationObject(world)),
    'GET /oauth2/applications/@me': ({ world }) => ok(applicationObject(world)),
  };
}

/** The bits that say which privileged intents are granted to an application in few guilds. */
function intentFlags(granted: number): number {
  const flags = [
    [1 << 8, 1 << 13],
    [1 << 1, 1 << 15],
    [1 << 15, 1 << 19],
  ] as const;
  return flags.reduce((sum, [intent, flag]) => ((granted & intent) === 0 ? sum : sum | flag), 0);
}

export function applicationObject(world: World): Json {
  return {
    id: world.botId,
    name: 'wirewatch',
    description: '',
    icon: null,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: intentFlags(world.options.privilegedIntents ?? 0),
    bot: userObject(world, world.botId),
    owner: { id: '300000000000000009', username: 'olga', discriminator: '0', avatar: null },
    team: null,
    approximate_guild_count: world.guilds.size,
  };
}
