import { expect, onTestFinished } from 'vitest';
import { type BotFolder, type Feed, leanSettings, makeBotFolder } from './bot-folder.ts';
import { type GatedNewsroom, startGatedNewsroom } from './gated-newsroom.ts';

export async function startGate(): Promise<GatedNewsroom> {
  const newsroom = await startGatedNewsroom();
  onTestFinished(() => newsroom.stop());
  return newsroom;
}

export function makeBot(feeds: readonly Feed[]): BotFolder {
  const bot = makeBotFolder(feeds, leanSettings);
  onTestFinished(() => bot.remove());
  return bot;
}

/** Runs to the end, and answers what stands in the journal then: told in this order, each under a key of its own. */
export async function postsOf(bot: BotFolder): Promise<readonly string[]> {
  const { code, stderr } = await bot.run(['run', '--once']);
  expect(code, stderr).toBe(0);
  const journal = bot.journal();
  expect(new Set(journal.map(({ key }) => key)).size).toBe(journal.length);
  expect(journal.map(({ kind }) => kind)).toEqual(['digest', ...journal.slice(1).map(() => 'story')]);
  return journal.map(({ text }) => text.replace(/^ WIREWATCH DIGEST .*$/m, ''));
}
