import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, Secret } from '../src/domain/config.ts';
import { dayMs } from '../src/domain/moment.ts';
import { checkShape } from './check-shape.ts';
import type { ConfigProblem } from './config-problem.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { Environment } from './environment.ts';
import { loadNamedFiles, type NamedFilesReading } from './load-named-files.ts';
import { loadServices, type ServicesReading } from './load-services.ts';
import { loadSlack, type SlackReading } from './load-slack.ts';
import { mergeSettings } from './merge-settings.ts';
import type { ReadText } from './read-text-file.ts';
import type { ProblemOfCron } from './setting-kinds.ts';
import { logLevels, type Settings, settingsSchema } from './settings.ts';
import { readVariables, type Variables, variableProblem } from './variables.ts';
import { type KeyPath, parseYaml } from './yaml-file.ts';

const shippedFolder = fileURLToPath(new URL('.', import.meta.url));
const minuteMs = 60_000;

export interface ConfigRequest {
  readonly env: Environment;
  /** `--config`; goes before WIREWATCH_CONFIG. `null` when not given. */
  readonly configPath: string | null;
  /** `--data`; goes before WIREWATCH_DATA. `null` when not given. */
  readonly dataDir: string | null;
  readonly read: ReadText;
  readonly problemOfCron: ProblemOfCron;
}

export type ConfigOutcome =
  | { readonly kind: 'ok'; readonly config: Config }
  | { readonly kind: 'invalid'; readonly problems: readonly ConfigProblem[] };

/**
 * Checks the whole configuration before anything starts: the defaults, the operator's file over them, the files
 * that it names, and the environment. All problems are told together; a result without one is complete and frozen.
 */
export function loadConfig(request: ConfigRequest): ConfigOutcome {
  const { values, problems } = readVariables(request.env, request.read);
  const file = readSettings(request.configPath ?? values.WIREWATCH_CONFIG ?? null, request);
  const shape = checkShape(settingsSchema(request.problemOfCron), file.settings, file.where);
  const named = loadNamedFiles(file.settings, { ...file, read: request.read });
  const slack = loadSlack(values);
  const services = loadServices(values, {
    timeoutMs: shape.kind === 'fits' ? shape.value.models.timeoutMs : 0,
  });
  const level = logLevels.find((word) => word === values.LOG_LEVEL);
  const all = [
    ...file.problems,
    ...(shape.kind === 'misfits' ? shape.problems : []),
    ...named.problems,
    ...problems,
    ...slack.problems,
    ...services.problems,
    ...(level || !values.LOG_LEVEL ? [] : [logLevelProblem(values.LOG_LEVEL)]),
  ];
  if (all.length > 0 || shape.kind === 'misfits' || !named.topic) return { kind: 'invalid', problems: all };
  const settings = level ? { ...shape.value, log: { level } } : shape.value;
  const dataDir = request.dataDir ?? values.WIREWATCH_DATA ?? 'data';
  return { kind: 'ok', config: build({ settings, topic: named.topic, named, slack, services, dataDir }) };
}

interface Parts {
  readonly settings: Settings;
  readonly topic: Config['topic'];
  readonly named: NamedFilesReading;
  readonly slack: SlackReading;
  readonly services: ServicesReading;
  readonly dataDir: string;
}

/** From settings in human units to a configuration in milliseconds. */
function build({ settings, topic, named, slack, services, dataDir }: Parts): Config {
  const { collect, digest, discord, network, corpus, workers, log } = settings;
  const config = {
    topic,
    sources: named.sources,
    network,
    collect: {
      cron: collect.cron,
      pollEveryMs: collect.pollEveryMinutes * minuteMs,
      maxEntriesPerRun: collect.maxEntriesPerRun,
    },
    digest: {
      cron: digest.cron,
      zone: digest.zone,
      maxStories: digest.maxStories,
      style: digest.style,
      threshold: digest.threshold,
      maxSentencesPerStory: digest.maxSentencesPerStory,
      silenceAfterMs: digest.silenceAfterDays * dayMs,
    },
    corpus,
    workers,
    log,
    dataDir,
    databaseUrl: services.databaseUrl,
    port: services.port,
    slack: slack.slack,
    discord: services.discord,
    discordSettings: {
      developmentGuildId: discord.developmentGuild,
      layout: discord.layout,
      crossposts: discord.crosspost,
      shards: discord.shards,
    },
    languageModel: services.languageModel,
  };
  return deepFreeze({ ...config, secrets: secretsIn(config) });
}

function secretsIn(value: unknown): readonly Secret[] {
  if (value instanceof Secret) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(secretsIn);
}

interface SettingsFile {
  /** Defaults and operator's settings in one, unchecked. */
  readonly settings: unknown;
  readonly folders: readonly string[];
  readonly where: (path: KeyPath) => string;
  readonly problems: readonly ConfigProblem[];
}

function readSettings(ownPath: string | null, { read, configPath }: ConfigRequest): SettingsFile {
  const defaults = readDefaults(read);
  const plain = { settings: defaults.value, folders: [shippedFolder], where: defaults.where, problems: [] };
  if (ownPath === null) return plain;
  const key = configPath === null ? 'WIREWATCH_CONFIG' : '--config';
  const file = read(ownPath);
  if (file.kind !== 'read') {
    const reason = file.kind === 'missing' ? 'there is no such file' : `it cannot be read: ${file.reason}`;
    const wayOut = 'Correct the path, or leave it out to run on the defaults.';
    const where = configPath === null ? 'environment' : 'command line';
    return { ...plain, problems: [{ key, where, value: `"${ownPath}"`, problem: reason, wayOut }] };
  }
  const own = parseYaml(file.text, basename(ownPath));
  if (own.kind === 'broken') return { ...plain, problems: own.problems };
  return {
    settings: mergeSettings(defaults.value, own.value),
    folders: [dirname(ownPath), shippedFolder],
    where: (path) => (own.has(path.slice(0, 1)) ? own.where(path) : defaults.where(path)),
    problems: [],
  };
}

/** A fault here is one of the installation, not of the operator: it throws. */
function readDefaults(read: ReadText) {
  const path = join(shippedFolder, 'default.yaml');
  const file = read(path);
  const parsed = file.kind === 'read' ? parseYaml(file.text, basename(path)) : null;
  if (parsed?.kind !== 'parsed')
    throw new Error(`The shipped file ${path} is missing or broken; install Wirewatch again.`);
  return parsed;
}

function logLevelProblem(level: Variables['LOG_LEVEL'] & string): ConfigProblem {
  const words = logLevels.join(', ');
  return variableProblem('LOG_LEVEL', `it must be one of ${words}`, `Write one of ${words}.`, level);
}
