// How long the main loop is held while the bot collects: `node tests/bench/main-loop.ts`. Prints one JSON object, in
// milliseconds, over the newsroom of real articles where it is there, else over the sample newsroom.
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startNewsroom } from '../../adapters/demo/newsroom-server.ts';
import { collectOnce, prepareRun } from '../../src/main.ts';
import { projectDir } from '../fakes/command-line.ts';
import { newsroomIsThere, startNewsroomProcess } from '../fakes/newsroom-process.ts';
import { type Feed, makeBotFolder } from '../integration/bot-folder.ts';
import { assembleAlone } from '../integration/own-assembly.ts';

/** A timer of this period is what the monitor watches; a loop that is never held shows just this. */
const resolutionMs = 5;
const nanosecondsPerMs = 1e6;

const realFeeds = ['wire-fulltext.xml', 'wire-summaries.xml', 'atom-relative.xml', 'desk.json'];
const oddFeeds = ['malformed.xml', 'chinese-gb18030.xml', 'world.xml'];
const demoFeeds = ['register-desk.atom', 'harbor-wire.xml', 'trade-counsel-notes.xml', 'chip-ledger.json'];

interface Newsroom {
  readonly name: string;
  readonly feeds: readonly Feed[];
  stop(): Promise<void>;
}

async function openNewsroom(): Promise<Newsroom> {
  if (newsroomIsThere) {
    const { url, stop } = await startNewsroomProcess({ liveStep: 1 });
    return { name: '../shared/newsroom', feeds: feedsAt(url, [...realFeeds, ...oddFeeds]), stop };
  }
  const { port, stop } = await startNewsroom(join(projectDir, 'config', 'demo'));
  return {
    name: 'config/demo',
    feeds: feedsAt((path) => `http://127.0.0.1:${port}${path}`, demoFeeds),
    stop,
  };
}

function feedsAt(url: (path: string) => string, files: readonly string[]): readonly Feed[] {
  return files.map((file) => ({ url: url(`/feeds/${file}`), name: file }));
}

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
