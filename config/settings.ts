import { z } from 'zod';
import * as kind from './setting-kinds.ts';

export const logLevels = ['info', 'warn', 'error', 'silent'] as const;

const topicName = kind.shortName('the name of a topic file');
const presetName = kind.shortName('the name of a source list');
const tiers = ['primary', 'wire', 'commentary'] as const;

/** A feed as an operator names it; what is left out is filled in by `load-sources.ts`. */
const ownFeed = z.strictObject({
  url: kind.webAddress(),
  name: kind.plainText('the name of the feed'),
  tier: kind.oneOf(tiers).optional(),
  lang: kind.language().optional(),
  id: kind.shortName('a short name for logs and commands').optional(),
});

const network = z.strictObject({
  allowHosts: z.array(kind.hostName()),
  perHostDelayMs: kind.wholeNumber({ min: 0, max: 600_000, unit: 'milliseconds', example: 1000 }),
  userAgentContact: kind.contact(),
  requestTimeoutMs: kind.wholeNumber({ min: 100, max: 300_000, unit: 'milliseconds', example: 20_000 }),
  feedMaxBytes: kind.wholeNumber({ min: 1024, max: 104_857_600, unit: 'bytes', example: 10_485_760 }),
  pageMaxBytes: kind.wholeNumber({ min: 1024, max: 104_857_600, unit: 'bytes', example: 5_242_880 }),
});

const collect = {
  pollEveryMinutes: kind.wholeNumber({ min: 0, max: 10_080, unit: 'minutes', example: 60 }),
  maxEntriesPerRun: kind.wholeNumber({ min: 1, max: 100_000, unit: 'entries', example: 200 }),
};

const digest = {
  zone: kind.zoneName(),
  maxStories: kind.wholeNumber({ min: 1, max: 50, unit: 'stories', example: 8 }),
  style: kind.oneOf(['short', 'full']),
  threshold: kind.decimal({ min: 0, max: 1, example: 0.5 }),
  maxSentencesPerStory: kind.wholeNumber({ min: 1, max: 10, unit: 'sentences', example: 3 }),
  silenceAfterDays: kind.wholeNumber({ min: 1, max: 365, unit: 'days', example: 2 }),
};

const discord = z.strictObject({
  developmentGuild: kind.discordId('the id of a Discord server'),
  layout: kind.oneOf(['components', 'embeds']),
  crosspost: kind.yesOrNo(),
  shards: kind.autoOrNumber({ min: 1, max: 1000, unit: 'processes', example: 2 }),
});

/** The YAML file's shape. Every key stands in default.yaml with its default, so none is optional here. */
export function settingsSchema(problemOfCron: kind.ProblemOfCron) {
  const cron = kind.cronExpression(problemOfCron);
  return z.strictObject({
    topic: topicName,
    sources: z.strictObject({ presets: z.array(presetName), feeds: z.array(ownFeed) }),
    network,
    collect: z.strictObject({ cron, ...collect }),
    digest: z.strictObject({ cron, ...digest }),
    discord,
    models: z.strictObject({
      timeoutMs: kind.wholeNumber({ min: 100, max: 600_000, unit: 'milliseconds', example: 30_000 }),
    }),
    corpus: z.strictObject({ notes: kind.yesOrNo() }),
    workers: z.strictObject({
      maxThreads: kind.wholeNumber({ min: 1, max: 64, unit: 'threads', example: 2 }),
      taskTimeoutMs: kind.wholeNumber({ min: 100, max: 600_000, unit: 'milliseconds', example: 10_000 }),
    }),
    log: z.strictObject({ level: kind.oneOf(logLevels) }),
  });
}

/** Those parts that name other files and sources, `null` where they do not fit: they are checked all the same. */
export const namingSchema = z.object({
  topic: topicName.nullable().catch(null),
  sources: z
    .object({
      presets: z.array(presetName.nullable().catch(null)).catch([]),
      feeds: z.array(ownFeed.nullable().catch(null)).catch([]),
    })
    .catch({ presets: [], feeds: [] }),
});

/** A file of config/sources. */
export const presetSchema = z.array(
  z.strictObject({
    id: kind.shortName('a short name for logs and commands'),
    name: kind.plainText('the name of the feed'),
    url: kind.webAddress(),
    tier: kind.oneOf(tiers),
    lang: kind.language(),
    verified: kind.yesOrNo(),
  }),
);

export type Settings = z.infer<ReturnType<typeof settingsSchema>>;
export type OwnFeed = z.infer<typeof ownFeed>;
