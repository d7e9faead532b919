import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import type { CommandOutcome, RunningCommand } from '../fakes/command-line.ts';
import { type BotFolder, makeBotFolder } from './bot-folder.ts';
import { startSampleFeed, tellableStories } from './sample-feed.ts';
import { untilPosted } from './until-posted.ts';

/** At New Year: never due while the test runs, and once a year has passed. */
const digest = { cron: '0 0 1 1 *' };
const yearMs = 366 * 86_400_000;
const secret = 'nobody-may-see-this-0123456789abcdef';
/** Any free port; the log says which it became. */
const env = { PORT: '0', OPENAI_API_KEY: secret, OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' };

test('the bot answers /health, stops on SIGTERM, and catches up on a missed digest at its next start', async () => {
  const feed = await startSampleFeed();
  onTestFinished(() => feed.stop());
  const bot = makeBotFolder([{ url: feed.url('/feed.xml'), name: 'Sample' }], { digest });
  onTestFinished(() => bot.remove());
  const lock = join(bot.dataDir, 'run.lock');

  const first = bot.start(['run'], env);
  const log = await first.untilStderr(says('Collect run ended'));
  const health = await fetch(`http://127.0.0.1:${portIn(log)}/health`);
  const isLocked = existsSync(lock);
  const stopped = await stop(first);

  expect(health.status).toBe(200);
  expect(await health.json()).toEqual({ status: 'ok', sources: 1, failing: 0 });
  expect(isLocked).toBe(true);
  expect(stopped.code, stopped.stderr).toBe(0);
  expect(existsSync(lock)).toBe(false);
  expect(bot.journalText()).toBe('');

  letTimePass(bot, yearMs);
  const second = bot.start(['run'], env);
  // A stop leaves the rest owed until the next start.
  await untilPosted(bot, 1 + tellableStories, second);
  const stoppedAgain = await stop(second);

  expect(stoppedAgain.code, stoppedAgain.stderr).toBe(0);
  const kinds = bot.journal().map(({ kind }) => kind);
  expect(kinds).toEqual(['digest', ...Array(tellableStories).fill('story')]);
  expect(stopped.stderr + stoppedAgain.stderr).not.toContain(secret);
});

function says(sentence: string): (stderr: string) => boolean {
  return (stderr) => stderr.includes(`"msg":"${sentence}"`);
}

function portIn(stderr: string): number {
  return Number(/"port":(\d+)/.exec(stderr)?.[1]);
}

function stop(running: RunningCommand): Promise<CommandOutcome> {
  running.kill('SIGTERM');
  return running.ended;
}

/** As if the bot had been stopped for so long: the slots that its channel has acted on lie further back. */
function letTimePass(bot: BotFolder, ms: number): void {
  const database = new DatabaseSync(join(bot.dataDir, 'wirewatch.db'));
  database
    .prepare('update channels set set_up_at_ms = set_up_at_ms - ?, last_slot_ms = last_slot_ms - ?')
    .run(ms, ms);
  database.close();
}
