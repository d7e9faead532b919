import { describeProblem } from '../../config/config-problem.ts';
import type { Config } from '../domain/config.ts';
import { type GlobalOptions, quietLog, readConfig, withAssembly } from './session.ts';
import { printJson, type Terminal } from './terminal.ts';
import { CommandFailure } from './usage-error.ts';

/** One thing that was looked at. `advice` says what to do; `null` when all is well. */
interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly advice: string | null;
}

/** Checks configuration, tokens, store and sources, and says what to do about each failure. Asks no source anything. */
export async function doctor(options: GlobalOptions, terminal: Terminal): Promise<void> {
  const outcome = readConfig(options);
  const findings =
    outcome.kind === 'invalid'
      ? outcome.problems.map((problem) => failed('configuration', describeProblem(problem), problem.wayOut))
      : [
          passed(
            'configuration',
            `${outcome.config.sources.length} sources, topic ${outcome.config.topic.id}`,
          ),
          ...platformFindings(outcome.config),
          ...(await storeFindings(outcome.config, terminal)),
        ];
  for (const finding of findings) show(finding, terminal);
  if (findings.some(({ ok }) => !ok)) throw new CommandFailure('Something needs attention; see above.');
}

function platformFindings(config: Config): Finding[] {
  const unconnected = (name: string) =>
    failed(
      name,
      'it is configured, and this version cannot connect to it yet',
      'Unset its variables; the console is used meanwhile.',
    );
  return [
    ...(config.slack ? [unconnected('slack')] : []),
    ...(config.discord ? [unconnected('discord')] : []),
    config.languageModel
      ? passed('model', `${config.languageModel.model} writes; the extractive writer stands by`)
      : passed('model', 'none configured: summaries are extractive'),
    ...(config.databaseUrl
      ? [
          failed(
            'store',
            'DATABASE_URL is set, and this version keeps its store in a file only',
            'Unset DATABASE_URL.',
          ),
        ]
      : []),
  ];
}

async function storeFindings(config: Config, terminal: Terminal): Promise<Finding[]> {
  try {
    return await withAssembly(
      config,
      { ...terminal, out: () => undefined },
      quietLog,
      async ({ store, dataDir }) => {
        const known = await store.articles.list({ kinds: ['report', 'seed', 'note'], limit: 100_000 });
        const states = await store.sources.list();
        const failing = states.filter(({ health }) => health.consecutiveFailures > 0);
        const polled = states.filter(({ health }) => health.lastPolledAtMs !== null);
        return [
          passed('store', `${dataDir} holds ${known.length} articles`),
          passed('sources', `${polled.length} of ${states.length} known sources were polled`),
          ...failing.map(({ source, health }) =>
            failed(
              `source ${source.id}`,
              health.lastProblem ?? 'it fails',
              `Open ${source.url}; mend or remove it in the configuration.`,
            ),
          ),
        ];
      },
    );
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [failed('store', detail, 'Choose a folder that can be written with --data or WIREWATCH_DATA.')];
  }
}

function passed(check: string, detail: string): Finding {
  return { check, ok: true, detail, advice: null };
}

function failed(check: string, detail: string, advice: string): Finding {
  return { check, ok: false, detail, advice };
}

function show(finding: Finding, terminal: Terminal): void {
  if (terminal.isJson) {
    printJson(terminal, finding);
    return;
  }
  const advice =
    finding.advice && !finding.detail.includes(finding.advice) ? `\n       ${finding.advice}` : '';
  terminal.out(`${finding.ok ? 'ok  ' : 'FAIL'}  ${finding.check}: ${finding.detail}${advice}\n`);
}
