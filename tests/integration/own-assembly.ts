import { createSchedule } from '../../adapters/cron/cron-schedule.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { loadConfig } from '../../config/load-config.ts';
import { readTextFile } from '../../config/read-text-file.ts';
import { type Assembly, assemble } from '../../src/assemble.ts';
import { quietLog } from '../../src/cli/session.ts';

/** The whole program within the caller's process, on its own configuration and no environment. Stop it when done. */
export function assembleAlone(files: {
  readonly configPath: string;
  readonly dataDir: string;
}): Promise<Assembly> {
  const { problemOf } = createSchedule();
  const outcome = loadConfig({ ...files, env: {}, read: readTextFile, problemOfCron: problemOf });
  if (outcome.kind === 'invalid') throw new Error(`Bad configuration: ${JSON.stringify(outcome.problems)}`);
  return assemble({
    config: outcome.config,
    clock: systemClock,
    log: quietLog,
    echo: () => undefined,
    color: false,
  });
}
