import { cpSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collectOnce, prepareRun } from '../../src/main.ts';
import type { BotFolder, Feed } from './bot-folder.ts';
import { makeBot, postsOf, startGate } from './killed-bot.ts';
import { assembleAlone } from './own-assembly.ts';
import { linesIn, untilPosted } from './until-posted.ts';

/** The digest's message has eight in its thread; 0 is while the digest is being composed. */
const postedAtKill = [0, 1, 3, 5, 7, 8];

// A message that was being sent is left alone for ten seconds after each kill.
test('killed while it delivers, it starts again and its journal neither lacks nor repeats a message', {
  timeout: 300_000,
}, async () => {
  const newsroom = await startGate();
  const collected = makeBot(newsroom.feeds);
  await collectInto(collected);
  const undisturbed = await postsOf(copyOf(collected, newsroom.feeds));
  let interrupted = 0;

  for (const count of postedAtKill) {
    const bot = copyOf(collected, newsroom.feeds);
    const running = bot.start(['run', '--once']);
    await (count === 0 ? running.untilStderr(hasPolledAll) : untilPosted(bot, count, running));
    running.kill('SIGKILL');
    await running.ended;
    const posted = linesIn(bot.journalText());
    expect(posted).toBeGreaterThanOrEqual(count);
    if (posted < undisturbed.length) interrupted += 1;

    expect(await postsOf(bot), `killed at message ${posted}`).toEqual(undisturbed);
  }

  expect(interrupted, 'kills that came before the last message').toBeGreaterThan(0);
});

/** Leaves a folder as it is when all is collected and nothing delivered yet. */
async function collectInto(bot: BotFolder): Promise<void> {
  const assembly = await assembleAlone(bot);
  const lock = await prepareRun(assembly);
  await collectOnce(assembly, { dueOnly: false, onProgress: () => undefined });
  lock.release();
  await assembly.stop();
}

function copyOf(bot: BotFolder, feeds: readonly Feed[]): BotFolder {
  const copy = makeBot(feeds);
  cpSync(bot.dataDir, copy.dataDir, { recursive: true });
  return copy;
}

function hasPolledAll(stderr: string): boolean {
  return stderr.match(/ new entries {2}/g)?.length === 4;
}
