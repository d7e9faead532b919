import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startNewsroom } from '../../adapters/demo/newsroom-server.ts';
import { deliverOnce } from '../assemble/deliver-once.ts';
import { collectOnce, prepareRun } from '../main.ts';
import { consoleActor } from './console-actor.ts';
import { showProgress } from './run.ts';
import { type GlobalOptions, quietLog, requireConfig, withAssembly } from './session.ts';
import { showAnswer } from './show-answer.ts';
import { printJson, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const demoFolder = fileURLToPath(new URL('../../config/demo', import.meta.url));
const question = "By when must Huawei be out of Britain's 5G networks?";

/**
 * The bot on the shipped sample newsroom: no configuration, no network beyond loopback, nothing left behind. The
 * environment does not count either: with the key of a model, sentences would leave the machine.
 */
export async function runDemo(given: GlobalOptions, terminal: Terminal): Promise<void> {
  if (given.data !== null || given.config !== null) {
    throw new UsageError(
      'The demo has its own configuration and data folder: leave out --data and --config, or write "run --once".',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'wirewatch-demo-'));
  const newsroom = await startNewsroom(demoFolder);
  try {
    const configPath = join(folder, 'config.yaml');
    const template = readFileSync(join(demoFolder, 'config.yaml'), 'utf8');
    writeFileSync(configPath, template.replaceAll('{{PORT}}', String(newsroom.port)));
    await showBot({ data: join(folder, 'data'), config: configPath, env: {} }, terminal);
  } finally {
    await newsroom.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function showBot(options: GlobalOptions, terminal: Terminal): Promise<void> {
  const config = requireConfig(options);
  await withAssembly(config, terminal, quietLog, async (assembly) => {
    terminal.err('Wirewatch reads a sample newsroom of four feeds, on this machine alone.\n\n');
    const lock = await prepareRun(assembly);
    const collected = await collectOnce(assembly, {
      dueOnly: false,
      onProgress: (progress) => showProgress(progress, terminal),
    });
    terminal.err('\nThis is what a channel gets in the morning:\n\n');
    const sent = await deliverOnce(assembly, { dueOnly: false });
    terminal.err(`\nAnd anyone may ask it. "${question}"\n\n`);
    const answer = await assembly.commands.run({ name: 'ask', options: { question } }, consoleActor);
    showAnswer(answer, terminal);
    lock.release();
    if (terminal.isJson) printJson(terminal, { collected, sent });
  });
  terminal.err(nextSteps);
}

const nextSteps = `
What to do next
  npm start                                   run it for real, on the shipped sources
  npm run --silent cli -- run --once          one look at the sources, one digest
  npm run --silent cli -- ask "…"             ask what it knows
  npm run --silent cli -- doctor              check configuration and sources
  config/default.yaml                         every setting, with its meaning
`;
