// What a keystroke in a field of stories costs at 10,000 stories of four titles each: `node tests/bench/complete.ts`.
// Prints one JSON object, in milliseconds: how long the first keystroke takes, which reads and folds all names, and the
// longest that it holds the main loop; then p50, p99 and most of those that follow, which hold it throughout.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { rememberStories } from '../../src/assemble/remember-stories.ts';
import type { StoryHeadlines, StoryStore } from '../../src/ports/story-store.ts';
import { commandDesk, reader } from '../unit/commands/command-desk.ts';
import { inventNewsroom } from './invented-newsroom.ts';

const storyCount = 10_000;
const titlesPerStory = 4;
const keystrokes = 500;
const nanosecondsPerMs = 1_000_000;
/** Typed letter by letter, again and again. */
const sentence = 'huawei export license entity list 华为 gallium';

function inventStories(): readonly StoryHeadlines[] {
  const newsroom = inventNewsroom(2026);
  return Array.from({ length: storyCount }, (_, index) => ({
    storyId: `story-${index}`,
    titles: Array.from({ length: titlesPerStory }, () => newsroom.article().title),
    firstKeptAtMs: index,
    lastSequence: storyCount - index,
  }));
}

const stories = inventStories();
const store: StoryStore = {
  headlines: async ({ afterSequence, limit }) => (afterSequence >= storyCount ? [] : stories.slice(0, limit)),
  find: async () => null,
};
const { runner } = await commandDesk({ stories: rememberStories(store) });

async function measured(words: string): Promise<number> {
  const startMs = performance.now();
  await runner.complete('story', words, reader);
  return performance.now() - startMs;
}

const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();
const firstMs = await measured('h');
delays.disable();
const tookMs: number[] = [];
for (let index = 0; index < keystrokes; index += 1) {
  tookMs.push(await measured(sentence.slice(0, 1 + (index % sentence.length))));
}
const sorted = tookMs.toSorted((a, b) => a - b);
const round = (value: number) => Number(value.toFixed(1));
const at = (share: number) => round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
const first = { tookMs: round(firstMs), heldMs: round(delays.max / nanosecondsPerMs) };
const row = { stories: storyCount, titles: titlesPerStory, first, p50: at(0.5), p99: at(0.99), max: at(1) };
process.stdout.write(`${JSON.stringify(row)}\n`);
