import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CommandEnvironment,
  type CommandOutcome,
  type RunningCommand,
  runCommand,
  startCommand,
} from '../fakes/command-line.ts';

export interface Feed {
  readonly url: string;
  readonly name: string;
  readonly tier?: 'primary' | 'wire' | 'commentary';
  readonly lang?: string;
}

/** A line of the console's journal: a message as it was posted. */
export interface PostedMessage {
  readonly key: string;
  readonly kind: string;
  readonly threadMessageId: string | null;
  readonly messageId: string;
  readonly text: string;
}

export interface BotFolder {
  readonly dir: string;
  readonly dataDir: string;
  readonly configPath: string;
  /** Runs a command on this folder to its end. */
  run(words: readonly string[], env?: CommandEnvironment): Promise<CommandOutcome>;
  start(words: readonly string[], env?: CommandEnvironment): RunningCommand;
  /** The journal as it lies on the disk; empty when nothing was posted. */
  journalText(): string;
  journal(): readonly PostedMessage[];
  remove(): void;
}

/** Settings under which a run takes half of the time, where neither notes nor threads are what a test is about. */
export const leanSettings = { corpus: { notes: false }, workers: { maxThreads: 1 } };

/** Where a bot lives in a test: a temporary folder with its configuration and its data. */
export function makeBotFolder(feeds: readonly Feed[], settings: object = {}): BotFolder {
  const dir = mkdtempSync(join(tmpdir(), 'wirewatch-test-'));
  const dataDir = join(dir, 'data');
  const configPath = join(dir, 'config.yaml');
  mkdirSync(dataDir);
  const network = { allowHosts: ['127.0.0.1'], perHostDelayMs: 0 };
  // JSON is YAML.
  writeFileSync(configPath, JSON.stringify({ sources: { presets: [], feeds }, network, ...settings }));
  const argsOf = (words: readonly string[]) => ['--data', dataDir, '--config', configPath, ...words];
  const journalText = () => textOf(join(dataDir, 'console.jsonl'));
  return {
    dir,
    dataDir,
    configPath,
    run: (words, env) => runCommand(argsOf(words), env),
    start: (words, env) => startCommand(argsOf(words), env),
    journalText,
    journal: () => jsonLines<PostedMessage>(journalText()),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** The objects of a JSON Lines text. Throws when a line is no JSON. */
export function jsonLines<T>(text: string): readonly T[] {
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
