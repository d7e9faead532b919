import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BotOrder } from './bot-order.ts';

const program = fileURLToPath(new URL('./bot-process.ts', import.meta.url));
/** Half of a short life would go into compiling. */
const compileCache = join(tmpdir(), 'wirewatch-compile-cache');
/** Ends a process that hangs, also when the test that started it is gone. */
const longestLifeMs = 200_000;

export interface Ending {
  readonly kind: 'finished' | 'killed';
  /** Since its store was open; 0 when it was never. */
  readonly livedMs: number;
}

export interface LivingBot {
  /** Its store is open, or it has ended. */
  readonly ready: Promise<void>;
  /** Rejects when the process ended in any other way. */
  readonly ended: Promise<Ending>;
  kill(): void;
}

/** A process of the bot that carries out the order. */
export function startBotProcess(order: BotOrder): LivingBot {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    env: { TZ: 'UTC', TMPDIR: tmpdir(), NODE_COMPILE_CACHE: compileCache },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: longestLifeMs,
    killSignal: 'SIGTERM',
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  let readyAtMs: number | null = null;
  child.stdout.once('data', () => {
    readyAtMs = performance.now();
  });
  const ended = once(child, 'close').then(([code, signal]): Ending => {
    const livedMs = readyAtMs === null ? 0 : performance.now() - readyAtMs;
    if (signal === 'SIGKILL') return { kind: 'killed', livedMs };
    if (code === 0) return { kind: 'finished', livedMs };
    throw new Error(`The bot ended with ${code ?? signal}:\n${stderr}`);
  });
  // Whoever waits for the end hears of it; here it must only not count as unheard meanwhile.
  ended.catch(() => undefined);
  const ready = Promise.race([once(child.stdout, 'data'), once(child, 'close')]).then(() => undefined);
  return { ready, ended, kill: () => void child.kill('SIGKILL') };
}
