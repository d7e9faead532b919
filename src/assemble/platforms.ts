import { createDiscordApp } from '../../adapters/discord/app.ts';
import { createSlackApp } from '../../adapters/slack/app.ts';
import type { Store } from '../../adapters/store/store.ts';
import { wait } from '../../adapters/system/wait.ts';
import type { Config } from '../domain/config.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { PlatformApp } from './platform-app.ts';

export interface PlatformTools {
  readonly config: Pick<Config, 'slack' | 'discord' | 'discordSettings'>;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

/** The chat platforms that are configured. Nothing is asked of them yet. */
export function createPlatforms({ config, store, clock, log }: PlatformTools): readonly PlatformApp[] {
  const tools = { ...store, clock, log, wait };
  return [
    ...(config.slack ? [createSlackApp({ ...tools, config: config.slack })] : []),
    ...(config.discord
      ? [createDiscordApp({ ...tools, config: config.discord, settings: config.discordSettings })]
      : []),
  ];
}
