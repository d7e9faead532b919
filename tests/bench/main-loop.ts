// How long the main loop is held while the bot collects: `node tests/bench/main-loop.ts`. Prints one JSON object, in
// milliseconds, over the newsroom of real articles where it is there, else over the sample newsroom.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { collectOnce, prepareRun } from '../../src/main.ts';
import { makeBotFolder } from '../integration/bot-folder.ts';
import { assembleAlone } from '../integration/own-assembly.ts';
import { type Newsroom, openNewsroom } from './open-newsroom.ts';

/** A timer of this period is what the monitor watches; a loop that is never held shows just this. */
const resolutionMs = 5;
const nanosecondsPerMs = 1e6;

async function measure(newsroom: Newsroom): Promise<object> {
  const bot = makeBotFolder(newsroom.feeds);
  const assembly = await assembleAlone(bot);
  const lock = await prepareRun(assembly);
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  const startMs = performance.now();
  delay.enable();
  const { read } = await collectOnce(assembly, { dueOnly: false, onProgress: () => undefined });
  delay.disable();
  const collectMs = Math.round(performance.now() - startMs);
  lock.release();
  await assembly.stop();
  bot.remove();
  return {
    newsroom: newsroom.name,
    articles: read,
    collectMs,
    resolutionMs,
    p50: inMs(delay.percentile(50)),
    p99: inMs(delay.percentile(99)),
    max: inMs(delay.max),
  };
}

function inMs(nanoseconds: number): number {
  return Math.round(nanoseconds / nanosecondsPerMs);
}

const newsroom = await openNewsroom();
try {
  process.stdout.write(`${JSON.stringify(await measure(newsroom))}\n`);
} finally {
  await newsroom.stop();
}
