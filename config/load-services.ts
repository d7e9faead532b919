import { type DiscordConfig, type LanguageModelConfig, Secret } from '../src/domain/config.ts';
import type { ConfigProblem } from './config-problem.ts';
import { isWebAddress } from './setting-kinds.ts';
import { type VariableName, type Variables, variableProblem } from './variables.ts';

export interface ServicesReading {
  readonly discord: DiscordConfig | null;
  readonly languageModel: LanguageModelConfig | null;
  readonly databaseUrl: Secret | null;
  readonly port: number | null;
  readonly problems: readonly ConfigProblem[];
}

/** Small, cheap and good enough to reword a cited sentence; another is named by OPENAI_MODEL. */
const defaultModel = 'gpt-5-mini';

/** Everything but Slack that is configured in the environment. */
export function loadServices(values: Variables, model: { timeoutMs: number }): ServicesReading {
  return {
    discord: values.DISCORD_TOKEN
      ? { token: new Secret(values.DISCORD_TOKEN), apiUrl: values.DISCORD_API_URL ?? null }
      : null,
    languageModel: loadLanguageModel(values, model.timeoutMs),
    databaseUrl: values.DATABASE_URL ? new Secret(values.DATABASE_URL) : null,
    port: values.PORT ? Number(values.PORT) : null,
    problems: [
      ...discordProblems(values),
      ...modelProblems(values),
      ...databaseProblems(values.DATABASE_URL),
      ...portProblems(values.PORT),
    ],
  };
}

function loadLanguageModel(values: Variables, timeoutMs: number): LanguageModelConfig | null {
  if (!values.OPENAI_API_KEY && !values.OPENAI_BASE_URL) return null;
  return {
    apiKey: values.OPENAI_API_KEY ? new Secret(values.OPENAI_API_KEY) : null,
    baseUrl: values.OPENAI_BASE_URL ?? null,
    model: values.OPENAI_MODEL ?? defaultModel,
    embeddingModel: values.OPENAI_EMBEDDING_MODEL ?? null,
    timeoutMs,
  };
}

function discordProblems(values: Variables): readonly ConfigProblem[] {
  const problems = [...addressProblems(values, 'DISCORD_API_URL')];
  if (values.DISCORD_TOKEN && /\s/.test(values.DISCORD_TOKEN)) {
    const wayOut =
      'Copy the token alone, without the word Bot, from the Bot page of your Discord application.';
    problems.push(variableProblem('DISCORD_TOKEN', 'it must hold no spaces', wayOut));
  }
  if (values.DISCORD_API_URL && !values.DISCORD_TOKEN) {
    const problem = 'it is set, but Discord is off: DISCORD_TOKEN is not set';
    problems.push(variableProblem('DISCORD_API_URL', problem, 'Set DISCORD_TOKEN too, or remove it.'));
  }
  return problems;
}

function modelProblems(values: Variables): readonly ConfigProblem[] {
  const isOn = values.OPENAI_API_KEY || values.OPENAI_BASE_URL;
  const names = ['OPENAI_MODEL', 'OPENAI_EMBEDDING_MODEL'] as const;
  const orphans = isOn ? [] : names.filter((name) => values[name]);
  return [
    ...addressProblems(values, 'OPENAI_BASE_URL'),
    ...orphans.map((name) => {
      const problem =
        'it is set, but no model can be reached: neither OPENAI_API_KEY nor OPENAI_BASE_URL is set';
      return variableProblem(name, problem, `Set one of them too, or remove ${name}.`);
    }),
  ];
}

function addressProblems(values: Variables, name: VariableName): readonly ConfigProblem[] {
  if (values[name] === undefined || isWebAddress(values[name])) return [];
  const problem = 'it must be an http(s) address without a user name or password';
  const wayOut = 'Write the whole address, or remove it for the default.';
  return [variableProblem(name, problem, wayOut, values[name])];
}

function databaseProblems(url: string | undefined): readonly ConfigProblem[] {
  if (url === undefined) return [];
  const parsed = URL.parse(url);
  if (parsed && /^postgres(?:ql)?:$/.test(parsed.protocol) && parsed.pathname.length > 1) return [];
  const problem = 'it must be the address of a PostgreSQL database';
  const wayOut = 'Write postgres://USER:PASSWORD@HOST:PORT/DATABASE, or remove it to use the embedded store.';
  return [variableProblem('DATABASE_URL', problem, wayOut)];
}

function portProblems(port: string | undefined): readonly ConfigProblem[] {
  if (port === undefined || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) return [];
  return [
    variableProblem('PORT', 'it must be a whole number from 0 to 65535', 'Write for example 8080.', port),
  ];
}
