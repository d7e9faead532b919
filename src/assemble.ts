import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createConsolePublisher } from '../adapters/console/journal-publisher.ts';
import { consoleRenderer } from '../adapters/console/renderer.ts';
import { createSchedule } from '../adapters/cron/cron-schedule.ts';
import { createDiscordRenderer } from '../adapters/discord/renderer.ts';
import { createExtractiveWriter } from '../adapters/extractive/extractive-writer.ts';
import { createHttpClient } from '../adapters/http/guarded-client.ts';
import { createOpenAiWriter } from '../adapters/openai/openai-writer.ts';
import { loadPrompt } from '../adapters/openai/prompt.ts';
import { createRe2RegexEngine } from '../adapters/re2/re2-regex-engine.ts';
import { slackRenderer } from '../adapters/slack/renderer.ts';
import { openStore } from '../adapters/store/open-store.ts';
import type { Store } from '../adapters/store/store.ts';
import { createOffload } from '../adapters/system/offload.ts';
import { wait } from '../adapters/system/wait.ts';
import { directoryOf } from './assemble/channel-directory.ts';
import { channelSettingsOf, firstSettingsOf } from './assemble/channel-settings.ts';
import { consoleChannel } from './assemble/console-channel.ts';
import { type DataFiles, dataFilesOf } from './assemble/data-files.ts';
import { type DeliverParts, type DeliverTools, decide } from './assemble/deliver-once.ts';
import { offloadSteps } from './assemble/offloaded.ts';
import { onceADay } from './assemble/once-a-day.ts';
import type { PlatformApp } from './assemble/platform-app.ts';
import { createPlatforms } from './assemble/platforms.ts';
import { createServices } from './assemble/services.ts';
import { userAgent } from './assemble/user-agent.ts';
import type { CollectLimits, CollectTools } from './collect/run-collect.ts';
import { createCommandRunner } from './commands/create-command-runner.ts';
import { createAdmissions } from './deliver/admissions.ts';
import type { BriefWriters } from './deliver/write-brief.ts';
import { channelKey } from './domain/channel-key.ts';
import type { Config } from './domain/config.ts';
import type { Platform } from './domain/delivery.ts';
import { createTopicLexicon } from './domain/topic-lexicon.ts';
import type { Clock } from './ports/clock.ts';
import type { CommandRunner } from './ports/command-runner.ts';
import type { Log } from './ports/log.ts';
import type { Publisher } from './ports/publisher.ts';
import { runWatchReports } from './watch/run-watch-reports.ts';
import { createWatchRoom } from './watch/run-watches.ts';

export interface AssemblyOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  /** Shows what the console's channel gets. */
  readonly echo: (text: string) => void;
  readonly color: boolean;
}

/** Everything wired: what the process and the command line run. */
export interface Assembly extends DeliverParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  readonly files: DataFiles;
  readonly collect: { readonly tools: CollectTools; readonly limits: CollectLimits };
  readonly commands: CommandRunner;
  /** The chat platforms that are configured; the console is not one of them. */
  readonly apps: readonly PlatformApp[];
  /** Stops in the reverse order of starting. */
  stop(): Promise<void>;
}

/** Opens the store and wires adapters to rooms. Nothing runs until the caller runs it. Rejects with a `StoreError`. */
export async function assemble({ config, clock, log, echo, color }: AssemblyOptions): Promise<Assembly> {
  const files = dataFilesOf(config);
  const store = await openStore({ path: files.database });
  await setUpConsole(store, config, clock);
  const offload = createOffload({ maxThreads: config.workers.maxThreads });
  const steps = offloadSteps(offload, config.topic, config.workers.taskTimeoutMs);
  const http = httpOf(config, clock);
  const journal = createConsolePublisher({ journalPath: files.journal, echo, color, clock });
  const tools = { ...store, ...steps, http, clock, log };
  const apps = createPlatforms({ config, store, clock, log });
  const directory = directoryOf(apps, clock);
  const deliverTools: DeliverTools = {
    ...tools,
    directory,
    schedule: createSchedule(),
    writers: writersOf(config),
    knownNames: config.topic.entities.map(({ name, aliases }) => [name, ...aliases]),
  };
  const deliver = { tools: deliverTools, settings: config.digest };
  const send = { ...tools, wait, publishers: publishersOf(apps, journal) };
  const platforms = new Set<Platform>(apps.length > 0 ? apps.map(({ platform }) => platform) : ['console']);
  const admissions = createAdmissions({ publishers: send.publishers, clock, log });
  const queryTools = { regexes: createRe2RegexEngine(), topic: config.topic };
  const limits = limitsOf(config);
  const watch = {
    room: createWatchRoom({ ...tools, queryTools, breathe: setImmediate }),
    report: onceADay(clock, () => runWatchReports(tools)),
  };
  const services = createServices({
    collect: tools,
    decideNow: (only) => decide({ deliver, watch, platforms, admissions }, { dueOnly: false, only }),
    limits,
    digests: deliver,
    send,
    queryTools,
    lexicon: createTopicLexicon(config.topic),
    renderers: [consoleRenderer, slackRenderer, createDiscordRenderer(config.discordSettings)],
    directory,
    configured: config.sources,
    firstSettings: firstSettingsOf(config),
  });
  return {
    config,
    clock,
    log,
    store,
    files,
    collect: { tools, limits },
    ...{ apps, platforms, admissions, watch, deliver, send },
    commands: createCommandRunner(services),
    stop: async () => {
      await http.stop();
      await offload.stop();
      await store.close();
    },
  };
}

/**
 * A command that runs beside the bot, perhaps with another configuration, must not change what the bot's says: what
 * changed in it is taken over at the start of a run.
 */
async function setUpConsole(store: Store, config: Config, clock: Clock): Promise<void> {
  const isThere = (await store.channels.list()).some(
    ({ ref }) => channelKey(ref) === channelKey(consoleChannel),
  );
  if (isThere) return;
  await store.channels.configure({ ref: consoleChannel, settings: channelSettingsOf(config) }, clock.nowMs());
}

/** What is owed to the console is written also where another platform is on: its journal can always be. */
function publishersOf(apps: readonly PlatformApp[], journal: Publisher): ReadonlyMap<Platform, Publisher> {
  return new Map([journal, ...apps.map(({ publisher }) => publisher)].map((each) => [each.platform, each]));
}

function httpOf({ network }: Config, clock: Clock) {
  return createHttpClient({
    userAgent: userAgent(network.userAgentContact),
    allowHosts: network.allowHosts,
    perHostDelayMs: network.perHostDelayMs,
    clock,
    wait,
  });
}

/** The model writes where one is configured; the extractive writer stands by, and is the default. */
function writersOf({ languageModel }: Config): BriefWriters {
  const fallback = createExtractiveWriter();
  if (!languageModel) return { preferred: fallback, fallback };
  const { apiKey, baseUrl, model, timeoutMs } = languageModel;
  const promptPath = fileURLToPath(new URL('../prompts/brief.md', import.meta.url));
  const preferred = createOpenAiWriter({
    apiKey: apiKey?.reveal() ?? null,
    baseUrl,
    model,
    timeoutMs,
    readPrompt: () => loadPrompt(promptPath),
  });
  return { preferred, fallback };
}

function limitsOf({ collect, network }: Config): CollectLimits {
  return {
    pollEveryMs: collect.pollEveryMs,
    maxEntriesPerRun: collect.maxEntriesPerRun,
    feedMaxBytes: network.feedMaxBytes,
    pageMaxBytes: network.pageMaxBytes,
    requestTimeoutMs: network.requestTimeoutMs,
    mostAttempts: 4,
  };
}
