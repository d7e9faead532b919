import { expect, test } from 'vitest';
import { createSchedule } from '../../../adapters/cron/cron-schedule.ts';
import { loadFrom, okConfig, problemsOf } from './loading.ts';

test('runs on the defaults with nothing configured', () => {
  const config = okConfig({});

  expect(config.topic.id).toBe('export-controls');
  expect(config.sources.map(({ id }) => id)).toEqual(['bis']);
  expect(config.collect).toEqual({ cron: '*/5 * * * *', pollEveryMs: 3_600_000, maxEntriesPerRun: 200 });
  expect(config.digest).toMatchObject({ zone: 'UTC', silenceAfterMs: 172_800_000 });
  expect([config.slack, config.discord, config.languageModel, config.databaseUrl, config.port]).toEqual(
    Array(5).fill(null),
  );
  expect([config.dataDir, config.log.level]).toEqual(['data', 'info']);
});

test('how the bot is on Discord is known with Discord off, and on', () => {
  const own =
    'discord: { developmentGuild: "200000000000000001", layout: embeds, crosspost: true, shards: 3 }';
  const first = { developmentGuildId: null, layout: 'components', crossposts: false, shards: 'auto' };
  const changed = {
    developmentGuildId: '200000000000000001',
    layout: 'embeds',
    crossposts: true,
    shards: 3,
  };

  expect(okConfig({}).discordSettings).toEqual(first);
  expect(okConfig({ own }).discordSettings).toEqual(changed);
  expect(okConfig({ own, env: { DISCORD_TOKEN: 'token' } }).discordSettings).toEqual(changed);
});

test("an operator's file overrides the defaults key by key, and lists as a whole", () => {
  const config = okConfig({
    own: `
      sources:
        presets: []
        feeds:
          - { url: "http://127.0.0.1:8123/feeds/wire.xml", name: Wire, tier: wire }
      network: { allowHosts: ["127.0.0.1", "[::1]:80", "feeds.intra:8080"], perHostDelayMs: 0 }
      digest: { zone: Europe/Berlin }
      corpus:`,
  });

  expect(config.sources).toEqual([
    {
      id: 'wire',
      name: 'Wire',
      url: 'http://127.0.0.1:8123/feeds/wire.xml',
      tier: 'wire',
      lang: 'und',
      verified: false,
    },
  ]);
  expect(config.network).toMatchObject({ perHostDelayMs: 0, requestTimeoutMs: 20_000 });
  expect(config.digest).toMatchObject({ zone: 'Europe/Berlin', cron: '0 8 * * 1-5' });
  expect(config.corpus.notes).toBe(true);
});

test('a file with six mistakes is told of all six, each with key, place, value and way out', () => {
  const problems = problemsOf({
    own: `topic: export-contrls
network:
  perHostDelay: 5
digest:
  cron: "0 8 * *"
  zone: Berlin
sources:
  feeds:
    - { url: "ftp://example.com/x", name: X }
  presets: export-controls`,
  });

  expect(problems.map(({ key, where, value }) => [key, where, value])).toEqual([
    ['sources.presets', 'own.yaml, line 10', '"export-controls"'],
    ['sources.feeds[0].url', 'own.yaml, line 9', '"ftp://example.com/x"'],
    ['network.perHostDelay', 'own.yaml, line 3', null],
    ['digest.cron', 'own.yaml, line 5', '"0 8 * *"'],
    ['digest.zone', 'own.yaml, line 6', '"Berlin"'],
    ['topic', 'own.yaml, line 1', '"export-contrls"'],
  ]);
  expect(problems[2]?.wayOut).toBe('Did you mean perHostDelayMs?');
  expect(
    problems.every(
      ({ problem, wayOut }) => problem.length > 10 && wayOut.endsWith('.') !== wayOut.endsWith('?'),
    ),
  ).toBe(true);
});

test('mistakes in the file do not hide those in the environment', () => {
  const keys = problemsOf({ own: 'digest: { zone: Berlin }', env: { PORT: 'http', LOG_LEVEL: 'loud' } }).map(
    ({ key }) => key,
  );

  expect(keys).toEqual(['digest.zone', 'PORT', 'LOG_LEVEL']);
});

test('a mistake in YAML is told with its line, and the environment is checked all the same', () => {
  const problems = problemsOf({ own: 'topic: export-controls\nnetwork: [1, 2', env: { PORT: 'x' } });

  expect(problems.map(({ where }) => where)).toEqual(['own.yaml, line 2', 'environment']);
});

test('a key written twice is a mistake', () => {
  expect(problemsOf({ own: 'topic: a\ntopic: b' })[0]?.problem).toContain('unique');
});

const wrongValues = [
  ['network: { perHostDelayMs: fast }', 'network.perHostDelayMs'],
  ['network: { perHostDelayMs: -1 }', 'network.perHostDelayMs'],
  ['network: { allowHosts: ["http://intra"] }', 'network.allowHosts[0]'],
  ['network: { allowHosts: ["intra:99999"] }', 'network.allowHosts[0]'],
  ['network: { userAgentContact: "a b" }', 'network.userAgentContact'],
  ['network: 3', 'network'],
  ['collect: { maxEntriesPerRun: 0.5 }', 'collect.maxEntriesPerRun'],
  ['digest: { zone: "+02:00" }', 'digest.zone'],
  ['digest: { cron: 8 }', 'digest.cron'],
  ['topic: ../secret', 'topic'],
  ['topic: null', 'topic'],
  ['corpus: { notes: yes please }', 'corpus.notes'],
  ['log: { level: loud }', 'log.level'],
  // As a number it is rounded to another id.
  ['discord: { developmentGuild: 200000000000000001 }', 'discord.developmentGuild'],
  ['discord: { developmentGuild: "My server" }', 'discord.developmentGuild'],
  ['discord: { layout: plain }', 'discord.layout'],
  ['discord: { crosspost: sometimes }', 'discord.crosspost'],
  ['discord: { shards: 0 }', 'discord.shards'],
  ['discord: { shards: many }', 'discord.shards'],
  ['discord: { token: x }', 'discord.token'],
  ['- topic', 'the file'],
  ['sources: { feeds: [{ url: "https://u:p@x.example/f", name: X }] }', 'sources.feeds[0].url'],
  ['sources: { feeds: [{ url: "https://x.example/f" }] }', 'sources.feeds[0].name'],
  ['sources: { feeds: [{ url: "https://x.example/f", name: X, lang: english }] }', 'sources.feeds[0].lang'],
  ['sources: { presets: [nowhere] }', 'sources.presets[0]'],
  ['__proto__: { x: 1 }', '__proto__'],
] as const;

test.each(wrongValues)('refuses %s', (own, key) => {
  expect(problemsOf({ own }).map((problem) => problem.key)).toContain(key);
});

test('two feeds with one id are told, with the place of the first', () => {
  const feed = '{ url: "https://x.example/f", name: BIS }';

  const problems = problemsOf({ own: `sources:\n  feeds:\n    - ${feed}` });

  expect(problems[0]).toMatchObject({ key: 'sources.feeds[0]', where: 'own.yaml, line 3' });
  expect(problems[0]?.problem).toContain('bis is taken already (export-controls.yaml, line 1)');
});

test('an id is made from the name, or from the address where the name has no Latin letter', () => {
  const own = `sources: { presets: [], feeds: [
    { url: "https://x.example/a.xml", name: "Überblick & Co." },
    { url: "https://x.example/b.xml", name: 商務部 }] }`;

  expect(okConfig({ own }).sources.map(({ id }) => id)).toEqual(['uberblick-co', 'x-example-b-xml']);
});

test("a topic beside the operator's own file goes before a shipped one", () => {
  const config = okConfig({
    own: 'topic: fisheries',
    files: {
      '/etc/wirewatch/topics/fisheries.yaml':
        'id: fisheries\nname: Fish\nthreshold: 0.5\ntermGroups: [{ name: a, weight: 1, terms: [cod] }]\nentities: []',
    },
  });

  expect(config.topic).toMatchObject({ id: 'fisheries', nearMisses: [] });
});

test('a missing file of settings is told, under the name it was given by', () => {
  expect(problemsOf({ env: { WIREWATCH_CONFIG: '/nowhere.yaml' } })[0]).toMatchObject({
    key: 'WIREWATCH_CONFIG',
    value: '"/nowhere.yaml"',
  });
  expect(problemsOf({ configPath: '/nowhere.yaml' })[0]).toMatchObject({ key: '--config' });
});

test('the command line goes before the environment', () => {
  const config = okConfig({
    own: 'digest: { maxStories: 3 }',
    configPath: '/etc/wirewatch/own.yaml',
    dataDir: '/tmp/x',
    env: { WIREWATCH_CONFIG: '/nowhere.yaml', WIREWATCH_DATA: '/data', LOG_LEVEL: 'warn' },
  });

  expect([config.digest.maxStories, config.dataDir, config.log.level]).toEqual([3, '/tmp/x', 'warn']);
});

test('the result is frozen through and through', () => {
  const config = okConfig({ env: { DISCORD_TOKEN: 'discord-token' } });

  expect(Object.isFrozen(config)).toBe(true);
  expect(Object.isFrozen(config.topic.termGroups[0]?.terms)).toBe(true);
  expect(Object.isFrozen(config.secrets)).toBe(true);
});

test('the shipped topic and defaults are without a problem', () => {
  const schedule = createSchedule();

  const outcome = loadFrom({ shippedTopic: true, problemOfCron: schedule.problemOf });

  expect(outcome).toMatchObject({ kind: 'ok' });
});
