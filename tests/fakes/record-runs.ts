import type { CommandRunner } from '../../src/ports/command-runner.ts';
import type { CommandRun } from './scripted-commands.ts';

/** The same commands, with what was run of them and by whom, oldest first. */
export function recordRuns(commands: CommandRunner): {
  readonly commands: CommandRunner;
  readonly runs: readonly CommandRun[];
} {
  const runs: CommandRun[] = [];
  return {
    runs,
    commands: {
      definitions: commands.definitions,
      run(input, actor) {
        runs.push({ input, actor });
        return commands.run(input, actor);
      },
      form: (input, actor) => commands.form(input, actor),
      complete: (completes, words, actor) => commands.complete(completes, words, actor),
    },
  };
}
