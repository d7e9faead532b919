import type { REST } from 'discord.js';
import type { DiscordConfig, DiscordSettings } from '../../src/domain/config.ts';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Wait } from '../../src/domain/in-time.ts';
import { createWorkTracker, type WorkTracker } from '../../src/domain/track-work.ts';
import type { ChannelDirectory } from '../../src/ports/channel-directory.ts';
import type { ChannelStore } from '../../src/ports/channel-store.ts';
import type { ChatDesk } from '../../src/ports/chat-desk.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { DeliveryStore } from '../../src/ports/delivery-store.ts';
import type { EventLedger } from '../../src/ports/event-ledger.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Publisher } from '../../src/ports/publisher.ts';
import type { WatchStore } from '../../src/ports/watch-store.ts';
import type { WorkspaceStore } from '../../src/ports/workspace-store.ts';
import { createAdmins } from './admins.ts';
import { createAnswerApi } from './answer-api.ts';
import { type AskApi, createAskApi } from './ask-api.ts';
import { checkDiscord } from './check.ts';
import type { Desk } from './desk.ts';
import { createDirectory } from './directory.ts';
import { takeServerEvents } from './events.ts';
import { connectGateway, type Gateway } from './gateway.ts';
import { createHomes } from './homes.ts';
import { takeInteractionEvent } from './interactions.ts';
import { discordLimits } from './limits.ts';
import { createPatientRest } from './patient-rest.ts';
import { createDiscordPublisher } from './publisher.ts';
import { takeMessageEvent } from './questions.ts';
import { registerCommands } from './register-commands.ts';
import { createDiscordRest } from './rest-client.ts';

export interface DiscordAppOptions {
  readonly config: DiscordConfig;
  readonly settings: DiscordSettings;
  readonly channels: ChannelStore;
  readonly deliveries: Pick<DeliveryStore, 'list' | 'notify'>;
  readonly watches: Pick<WatchStore, 'list'>;
  readonly workspaces: WorkspaceStore;
  readonly events: EventLedger;
  readonly clock: Clock;
  readonly log: Log;
  readonly wait: Wait;
}

export interface DiscordApp {
  readonly platform: 'discord';
  readonly buttonChars: number;
  readonly publisher: Publisher;
  readonly directory: ChannelDirectory;
  /** Discord calls nothing: all comes by the Gateway. */
  readonly httpHandler: null;
  start(chat: ChatDesk): Promise<void>;
  isRunning(): boolean;
  stop(): Promise<void>;
  check(channels: readonly ChannelRef[]): Promise<readonly Finding[]>;
}

/** The bot on Discord. Nothing is asked of Discord until a method is called. */
export function createDiscordApp(options: DiscordAppOptions): DiscordApp {
  const { config, settings, log, wait } = options;
  const patient = createPatientRest(config);
  const ask = createAskApi(patient);
  const work = createWorkTracker((what, problem) => log.error('Discord was not answered', { what, problem }));
  let stopping = new AbortController();
  let gateway: Gateway | null = null;

  const guildIds = () => gateway?.guildIds() ?? null;

  async function leave(): Promise<void> {
    stopping.abort();
    await gateway?.stop();
    gateway = null;
  }

  return {
    platform: 'discord',
    buttonChars: Math.min(discordLimits.customIdChars, discordLimits.selectOptionChars),
    publisher: createDiscordPublisher({
      rest: createDiscordRest(config),
      log,
      layout: settings.layout,
      crossposts: () => settings.crossposts,
    }),
    directory: createDirectory({ ask, log }),
    httpHandler: null,
    async start(chat) {
      await leave();
      stopping = new AbortController();
      const { signal } = stopping;
      const desk = deskOf(options, {
        ...{ chat, ask, work, patient, guildIds, stopping: signal },
      });
      gateway = await connectGateway(
        config,
        {
          onInteraction: (body) => void takeInteractionEvent(body, desk),
          onMessage: (body, botId) => void takeMessageEvent(body, botId, desk),
          ...takeServerEvents({ ...options, work }),
        },
        { log, wait, signal },
      );
      const { applicationId } = gateway;
      const guildId = settings.developmentGuildId;
      const registrar = { ask, wait, log, applicationId, guildId, guildIds };
      void work.run('registration', () => registerCommands(chat.definitions, registrar, signal));
    },
    isRunning: () => gateway?.isRunning() ?? false,
    async stop() {
      await leave();
      await work.idle();
    },
    check: (channels) => checkDiscord(channels, ask),
  };
}

interface Parts {
  readonly chat: ChatDesk;
  readonly ask: AskApi;
  readonly work: WorkTracker;
  readonly patient: REST;
  readonly stopping: AbortSignal;
  readonly guildIds: () => readonly string[] | null;
}

function deskOf(options: DiscordAppOptions, { chat, ask, work, patient, stopping, guildIds }: Parts): Desk {
  const { channels, deliveries, workspaces, events, clock, log, wait } = options;
  const { layout } = options.settings;
  return {
    ...{ chat, ask, work, channels, deliveries, events, clock, log, wait, stopping, layout },
    answers: createAnswerApi(patient),
    admins: createAdmins({ ask, workspaces, clock, log }),
    homes: createHomes({ ask, channels, deliveries, guildIds, clock, log }),
  };
}
