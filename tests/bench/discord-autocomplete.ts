// How long Discord waits for the choices of a keystroke over 10,000 stories: `node tests/bench/discord-autocomplete.ts`.
// Prints one JSON object, in milliseconds. The fake Discord runs in the bot's own process.
import { setTimeout as pause } from 'node:timers/promises';
import { createDiscordApp } from '../../adapters/discord/app.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { chatDeskFor } from '../../src/assemble/chat-desk-for.ts';
import { rememberStories } from '../../src/assemble/remember-stories.ts';
import { Secret } from '../../src/domain/config.ts';
import type { StoryHeadlines } from '../../src/ports/story-store.ts';
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import { RecordingLog } from '../fakes/recording-log.ts';
import { commandDesk } from '../unit/commands/command-desk.ts';
import { inventNewsroom } from './invented-newsroom.ts';

const storyCount = 10_000;
const keystrokes = 300;
const sentence = 'huawei export license entity list';

const newsroom = inventNewsroom(2026);
const stories: readonly StoryHeadlines[] = Array.from({ length: storyCount }, (_, index) => ({
  storyId: `story-${index}`,
  titles: [newsroom.article().title],
  firstKeptAtMs: index,
  lastSequence: storyCount - index,
}));
const remembered = rememberStories({
  headlines: async ({ afterSequence, limit }) => (afterSequence >= storyCount ? [] : stories.slice(0, limit)),
  find: async () => null,
});
const { runner, store } = await commandDesk({ stories: remembered });
const discord = await startFakeDiscord();
const log = new RecordingLog();
const app = createDiscordApp({
  ...store,
  config: { token: new Secret(discord.token), apiUrl: discord.restUrl },
  settings: { developmentGuildId: null, layout: 'components', crossposts: false, shards: 'auto' },
  clock: systemClock,
  log,
  wait: (ms, signal) => pause(ms, undefined, { signal }),
});
try {
  const clock = systemClock;
  await app.start(chatDeskFor(app, { commands: runner, store, clock, log }));
  await discord.until(() => discord.commands.global.length > 0);
  const tookMs: number[] = [];
  for (let index = 0; index < keystrokes; index += 1) {
    const story = sentence.slice(0, 1 + (index % sentence.length));
    const { answer } = await discord.autocomplete({ name: 'story', options: { story }, focused: 'story' });
    tookMs.push(answer?.tookMs ?? Number.POSITIVE_INFINITY);
  }
  const [first = 0, ...others] = tookMs.map((took) => Math.round(took));
  const sorted = others.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const row = { stories: storyCount, first, p50: at(0.5), p99: at(0.99), max: at(1) };
  process.stdout.write(`${JSON.stringify(row)}\n`);
} finally {
  await app.stop();
  await discord.stop();
}
