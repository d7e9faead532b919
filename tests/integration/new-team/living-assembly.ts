import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSchedule } from '../../../adapters/cron/cron-schedule.ts';
import { systemClock } from '../../../adapters/system/system-clock.ts';
import { startHealthServer } from '../../../adapters/web/health-server.ts';
import type { Environment } from '../../../config/environment.ts';
import { loadConfig } from '../../../config/load-config.ts';
import { readTextFile } from '../../../config/read-text-file.ts';
import { chatDeskFor } from '../../../src/assemble/chat-desk-for.ts';
import { deliverOnce } from '../../../src/assemble/deliver-once.ts';
import { type Assembly, assemble } from '../../../src/assemble.ts';
import { collectOnce, prepareRun } from '../../../src/main.ts';
import { RecordingLog } from '../../fakes/recording-log.ts';
import type { Feed } from '../bot-folder.ts';

/** The whole program within the test's process, connected to its platforms; a tick of its clocks is a call. */
export interface LivingAssembly {
  readonly assembly: Assembly;
  readonly log: RecordingLog;
  /** Of the bot's own port. */
  readonly url: string;
  /** One collect and one deliver, as the bot's ticks do them. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

export async function startLivingAssembly(feeds: readonly Feed[], env: Environment): Promise<LivingAssembly> {
  const folder = await mkdtemp(join(tmpdir(), 'wirewatch-new-team-'));
  const configPath = join(folder, 'config.yaml');
  const network = { allowHosts: ['127.0.0.1'], perHostDelayMs: 0 };
  const settings = { sources: { presets: [], feeds }, network, corpus: { notes: false } };
  // JSON is YAML.
  await writeFile(configPath, JSON.stringify(settings));
  const request = { env: { PORT: '0', ...env }, configPath, dataDir: join(folder, 'data') };
  const outcome = loadConfig({ ...request, read: readTextFile, problemOfCron: createSchedule().problemOf });
  if (outcome.kind === 'invalid') throw new Error(`Bad configuration: ${JSON.stringify(outcome.problems)}`);
  const log = new RecordingLog();
  const { config } = outcome;
  const assembly = await assemble({
    config,
    clock: systemClock,
    log,
    echo: () => undefined,
    color: false,
  });
  const lock = await prepareRun(assembly);
  const takers = assembly.apps.flatMap(({ httpHandler }) => (httpHandler ? [httpHandler] : []));
  const health = await startHealthServer(0, () => assembly.store.sources.list(), takers);
  for (const app of assembly.apps) await app.start(chatDeskFor(app, assembly));
  return {
    assembly,
    log,
    url: `http://127.0.0.1:${health.port}`,
    async tick() {
      // Asked of every source, and of channels only what is due: nobody waits for an hour in a test.
      await collectOnce(assembly, { dueOnly: false, onProgress: () => undefined });
      await deliverOnce(assembly, { dueOnly: true });
    },
    async stop() {
      for (const app of assembly.apps) await app.stop();
      await health.stop();
      lock.release();
      await assembly.stop();
      await rm(folder, { recursive: true });
    },
  };
}
