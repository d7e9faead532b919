import { basename } from 'node:path';
import type { ConfigProblem } from '../../../config/config-problem.ts';
import { type ConfigOutcome, loadConfig } from '../../../config/load-config.ts';
import { readTextFile, type TextFile } from '../../../config/read-text-file.ts';
import type { Config } from '../../../src/domain/config.ts';

const topic =
  'id: export-controls\nname: T\nthreshold: 0.5\ntermGroups: [{ name: g, weight: 1, terms: [x] }]\nentities: []';
const preset =
  '[{ id: bis, name: BIS, url: "https://bis.example/feed", tier: primary, lang: en, verified: false }]';

export interface Situation {
  /** Text of the operator's file, which stands at /etc/wirewatch/own.yaml. */
  readonly own?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly configPath?: string;
  readonly dataDir?: string;
  readonly shippedTopic?: boolean;
  readonly problemOfCron?: (cron: string, zone: string) => string | null;
}

/** Loads with the shipped defaults; every other file is one that the test hands in. */
export function loadFrom(situation: Situation): ConfigOutcome {
  const ownPath = '/etc/wirewatch/own.yaml';
  const { own, files = {}, env = {} } = situation;
  const read = (path: string): TextFile => {
    const text = path === ownPath ? own : files[path];
    if (text !== undefined) return { kind: 'read', text };
    if (basename(path) === 'default.yaml') return readTextFile(path);
    if (!path.endsWith('config/topics/export-controls.yaml')) return shippedPreset(path);
    return situation.shippedTopic ? readTextFile(path) : { kind: 'read', text: topic };
  };
  return loadConfig({
    env: own === undefined ? env : { WIREWATCH_CONFIG: ownPath, ...env },
    configPath: situation.configPath ?? null,
    dataDir: situation.dataDir ?? null,
    read,
    problemOfCron: situation.problemOfCron ?? fiveFields,
  });
}

export function okConfig(situation: Situation): Config {
  const outcome = loadFrom(situation);
  if (outcome.kind === 'ok') return outcome.config;
  throw new Error(`Problems: ${JSON.stringify(outcome.problems)}`);
}

export function problemsOf(situation: Situation): readonly ConfigProblem[] {
  const outcome = loadFrom(situation);
  return outcome.kind === 'invalid' ? outcome.problems : [];
}

function shippedPreset(path: string): TextFile {
  const isShipped = path.endsWith('config/sources/export-controls.yaml');
  return isShipped ? { kind: 'read', text: preset } : { kind: 'missing' };
}

function fiveFields(cron: string): string | null {
  return cron.split(' ').length === 5 ? null : 'It has the wrong number of fields.';
}
