import { type ConfigProblem, showValue } from './config-problem.ts';
import type { Environment } from './environment.ts';
import type { ReadText, TextFile } from './read-text-file.ts';

export const variableNames = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_API_URL',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'WIREWATCH_SECRET_KEY',
  'DISCORD_TOKEN',
  'DISCORD_API_URL',
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'OPENAI_MODEL',
  'OPENAI_EMBEDDING_MODEL',
  'DATABASE_URL',
  'WIREWATCH_CONFIG',
  'WIREWATCH_DATA',
  'LOG_LEVEL',
  'PORT',
] as const;

export type VariableName = (typeof variableNames)[number];

/** Values of the variables that are set, from the environment itself or from the file that NAME_FILE names. */
export type Variables = Readonly<Partial<Record<VariableName, string>>>;

export interface VariablesReading {
  readonly values: Variables;
  readonly problems: readonly ConfigProblem[];
}

/** Reads every variable that we know, each also as NAME_FILE (the way of Docker and Kubernetes secrets). */
export function readVariables(env: Environment, read: ReadText): VariablesReading {
  const values: Partial<Record<VariableName, string>> = {};
  const problems: ConfigProblem[] = [];
  for (const name of variableNames) {
    const found = readVariable(name, env, read);
    if (found.kind === 'set') values[name] = found.value;
    if (found.kind === 'wrong') problems.push(found.problem);
  }
  return { values, problems };
}

/** A problem with a variable. A value is shown only where one is given: never that of a secret. */
export function variableProblem(
  key: string,
  problem: string,
  wayOut: string,
  shownValue: string | null = null,
): ConfigProblem {
  const value = shownValue === null ? null : showValue(shownValue);
  return { key, where: 'environment', value, problem, wayOut };
}

type Found =
  | { readonly kind: 'set'; readonly value: string }
  | { readonly kind: 'unset' }
  | { readonly kind: 'wrong'; readonly problem: ConfigProblem };

function readVariable(name: VariableName, env: Environment, read: ReadText): Found {
  const direct = env[name]?.trim() ?? '';
  const fileKey = `${name}_FILE`;
  const path = env[fileKey]?.trim() ?? '';
  if (path === '') return direct === '' ? { kind: 'unset' } : { kind: 'set', value: direct };
  if (direct !== '') {
    const wayOut = `Set one of the two, and leave the other empty.`;
    return wrong(name, `it is set, and ${fileKey} is set too`, wayOut);
  }
  const file = read(path);
  const fault = faultOf(file);
  if (fault !== null)
    return wrong(fileKey, `the file that it names ${fault}`, 'Correct the path or the file.');
  return { kind: 'set', value: file.kind === 'read' ? file.text.trim() : '' };
}

function wrong(key: string, problem: string, wayOut: string): Found {
  return { kind: 'wrong', problem: variableProblem(key, problem, wayOut) };
}

function faultOf(file: TextFile): string | null {
  switch (file.kind) {
    case 'missing':
      return 'does not exist';
    case 'unreadable':
      return `cannot be read: ${file.reason}`;
    case 'read':
      return file.text.trim() === '' ? 'is empty' : null;
  }
}
