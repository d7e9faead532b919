import { problemWithJournal } from '../../adapters/console/journal-check.ts';
import { openStore } from '../../adapters/store/open-store.ts';
import type { Store } from '../../adapters/store/store.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { describeProblem } from '../../config/config-problem.ts';
import { dataFilesOf } from '../assemble/data-files.ts';
import { createPlatforms } from '../assemble/platforms.ts';
import { unusedServices } from '../assemble/unused-services.ts';
import type { Config } from '../domain/config.ts';
import { type Finding, failed, passed } from '../domain/finding.ts';
import type { SourceDefinition, SourceHealth } from '../domain/source.ts';
import { deliveryFindings } from './delivery-findings.ts';
import { diskFinding } from './disk-finding.ts';
import { type GlobalOptions, quietLog, readConfig } from './session.ts';
import { printJson, type Terminal } from './terminal.ts';
import { deliveriesLooked } from './undelivered.ts';
import { CommandFailure } from './usage-error.ts';

/**
 * Checks configuration, store and journal, asks the platforms about token and rights, tells how the sources fared at
 * their last poll and what could not be delivered, and says what to do about each failure. Asks no source anything.
 */
export async function doctor(options: GlobalOptions, terminal: Terminal): Promise<void> {
  const outcome = readConfig(options);
  const findings =
    outcome.kind === 'invalid'
      ? outcome.problems.map((problem) => failed('configuration', describeProblem(problem), problem.wayOut))
      : await findingsOf(outcome.config);
  for (const finding of findings) show(finding, terminal);
  if (findings.some(({ ok }) => !ok)) throw new CommandFailure('Something needs attention; see above.');
}

async function findingsOf(config: Config): Promise<Finding[]> {
  const { languageModel, sources, topic } = config;
  return [
    passed('configuration', `${sources.length} sources, topic ${topic.id}`),
    ...unusedServices(config).map(({ name, problem, advice }) => failed(name, problem, advice)),
    passed(
      'model',
      languageModel
        ? `${languageModel.model} writes; the extractive writer stands by`
        : 'none configured: summaries are extractive',
    ),
    ...(await storeFindings(config)),
    await diskFinding(dataFilesOf(config).folder),
    await journalFinding(config),
  ];
}

/** Opens the store alone, and sets nothing up that a run would. */
async function storeFindings(config: Config): Promise<Finding[]> {
  const { database } = dataFilesOf(config);
  try {
    const store = await openStore({ path: database });
    try {
      return [
        passed('store', `${database} opens`),
        ...(await platformFindings(config, store)),
        ...(await sourceFindings(config, store)),
        ...deliveryFindings(await store.deliveries.list({ limit: deliveriesLooked })),
      ];
    } finally {
      await store.close();
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [failed('store', detail, 'Choose a folder that can be written with --data or WIREWATCH_DATA.')];
  }
}

/** Each platform is asked about itself and about the channels of it that are set up. */
async function platformFindings(config: Config, store: Store): Promise<Finding[]> {
  const channels = (await store.channels.list()).map(({ ref }) => ref);
  const apps = createPlatforms({ config, store, clock: systemClock, log: quietLog });
  const findings = await Promise.all(
    apps.map((app) => app.check(channels.filter(({ platform }) => platform === app.platform))),
  );
  return findings.flat();
}

/** The store may still know sources that were taken out of the configuration since the last run. */
async function sourceFindings({ sources }: Config, store: Store): Promise<Finding[]> {
  const configured = new Set(sources.map(({ id }) => id));
  const states = (await store.sources.list()).filter(
    ({ source, addedBy }) => addedBy !== undefined || configured.has(source.id),
  );
  const added = states.filter(({ addedBy }) => addedBy !== undefined).length;
  const polled = states.filter(({ health }) => health.lastPolledAtMs !== null);
  const failing = states.filter(({ health }) => health.consecutiveFailures > 0);
  return [
    passed('sources', `${polled.length} of ${sources.length + added} sources were polled so far`),
    ...failing.map(({ source, health }) =>
      failed(`source ${source.id}`, health.lastProblem ?? 'it fails', adviceOn(source, health)),
    ),
  ];
}

/** A poll also fails when what it brought cannot be kept: then the source is not at fault. */
function adviceOn({ url }: SourceDefinition, { lastProblem }: SourceHealth): string {
  return /^The (?:database|disk|store)\b/.test(lastProblem ?? '')
    ? 'Mend that; the source itself is not at fault.'
    : `Open ${url}; mend or remove it in the configuration.`;
}

async function journalFinding(config: Config): Promise<Finding> {
  const { journal } = dataFilesOf(config);
  const problem = await problemWithJournal(journal);
  return problem === null
    ? passed('journal', `${journal} can be written`)
    : failed('journal', problem, 'Move away what stands there, or choose another folder with --data.');
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
