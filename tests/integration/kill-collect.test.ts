import { expect, test } from 'vitest';
import type { RunningCommand } from '../fakes/command-line.ts';
import { makeBot, postsOf, startGate } from './killed-bot.ts';

/** Three feeds come first, then 16 pages in two batches: feeds asked, first page, first batch, second batch. */
const requestsAtKill = [2, 4, 10, 18];
/** Articles judged: some of the first batch kept, some of the second. */
const judgedAtKill = [3, 25];

test('killed while it collects, it starts again and its journal neither lacks nor repeats a message', async () => {
  const newsroom = await startGate();
  // The fourth feed would add time and nothing else.
  const feeds = newsroom.feeds.filter(({ tier }) => tier !== 'commentary');
  const undisturbed = await postsOf(makeBot(feeds));
  expect(newsroom.requests).toBeGreaterThan(Math.max(...requestsAtKill));

  for (const count of requestsAtKill) {
    const bot = makeBot(feeds);
    const reached = newsroom.closeAt(count);
    const running = bot.start(['run', '--once']);
    await Promise.race([reached, running.ended]);
    await expectKilled(running, `at request ${count}`);
    newsroom.open();

    expect(bot.journalText()).toBe('');
    expect(await postsOf(bot), `killed at request ${count}`).toEqual(undisturbed);
  }
  for (const count of judgedAtKill) {
    const bot = makeBot(feeds);
    const running = bot.start(['run', '--once']);
    await running.untilStderr((text) => judgedIn(text) >= count);
    await expectKilled(running, `at article ${count}`);

    expect(await postsOf(bot), `killed at article ${count}`).toEqual(undisturbed);
  }
});

async function expectKilled(running: RunningCommand, where: string): Promise<void> {
  running.kill('SIGKILL');
  const { signal, stderr } = await running.ended;
  expect(signal, `${where}: it had ended before\n${stderr}`).toBe('SIGKILL');
}

function judgedIn(stderr: string): number {
  return stderr.match(/^ {2}(?:new|update|repeat|contradicts|offTopic) {2}/gm)?.length ?? 0;
}
