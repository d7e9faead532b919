import { cpSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { collectOnce, prepareRun } from '../../src/main.ts';
import type { BotFolder, Feed } from './bot-folder.ts';
import { canMountDisks, type MountedDisk, mountDisk } from './disk-mount.ts';
import { makeBot, postsOf, startGate } from './killed-bot.ts';
import { assembleAlone } from './own-assembly.ts';

const diskMiB = 8;
const isAllowed = canMountDisks();
const needsRoot = 'This machine does not let the test mount a disk: run it as root.';

/** How much is left when the digest is to be decided and posted: for nothing, for a decision, for some of its messages. */
const freeKiB = [0, 48, 96, 160, 256];

test('on a full disk a run says so, and what it owes is posted once when there is space again', async ({
  skip,
}) => {
  skip(!isAllowed, needsRoot);
  const newsroom = await startGate();
  const collected = await collectedBot(newsroom.feeds);
  const undisturbed = await postsOf(onDisk(collected, newsroom.feeds).bot);
  let failures = 0;

  for (const free of freeKiB) {
    const { bot, disk } = onDisk(collected, newsroom.feeds);
    disk.fill(free * 1_024);
    const { code, stderr } = await bot.run(['run', '--once']);
    if (code !== 0) {
      failures += 1;
      expect(stderr, `with ${free} KiB`).toMatch(
        /is full\. Free some space|no space left on device|Check the disk/,
      );
    }
    disk.relieve();

    expect(await postsOf(bot), `after ${free} KiB`).toEqual(undisturbed);
  }

  expect(failures, 'runs for which the disk was too small').toBeGreaterThan(1);
});

test('on a disk that was full from the start, run and doctor say so, and nothing is lost', async ({
  skip,
}) => {
  skip(!isAllowed, needsRoot);
  const newsroom = await startGate();
  const undisturbed = await postsOf(makeBot(newsroom.feeds));
  const bot = makeBot(newsroom.feeds);
  const disk = diskUnder(bot);
  disk.fill(0);

  const run = await bot.run(['run', '--once']);
  const doctor = await bot.run(['doctor']);
  disk.relieve();

  expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining('is full. Free some space on it.') });
  expect(doctor).toMatchObject({ code: 1, stdout: expect.stringMatching(/FAIL {2}store: .* is full/) });
  expect(await postsOf(bot)).toEqual(undisturbed);
});

test('on a read-only disk run and doctor say so, and all is posted once when it can be written', async ({
  skip,
}) => {
  skip(!isAllowed, needsRoot);
  const newsroom = await startGate();
  const collected = await collectedBot(newsroom.feeds);
  const undisturbed = await postsOf(onDisk(collected, newsroom.feeds).bot);
  const { bot, disk } = onDisk(collected, newsroom.feeds);
  disk.setReadOnly(true);

  const run = await bot.run(['run', '--once']);
  const doctor = await bot.run(['doctor']);
  disk.setReadOnly(false);

  expect(run).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/Make its file and folder .*writable\./),
  });
  expect(doctor).toMatchObject({ code: 1, stdout: expect.stringMatching(/FAIL {2}store: .* writable\./) });
  expect(await postsOf(bot)).toEqual(undisturbed);
});

/** A folder as it is when all is collected and nothing delivered yet. */
async function collectedBot(feeds: readonly Feed[]): Promise<BotFolder> {
  const bot = makeBot(feeds);
  const assembly = await assembleAlone(bot);
  const lock = await prepareRun(assembly);
  await collectOnce(assembly, { dueOnly: false, onProgress: () => undefined });
  lock.release();
  await assembly.stop();
  return bot;
}

/** A copy of the folder's data on a disk of its own. */
function onDisk(collected: BotFolder, feeds: readonly Feed[]) {
  const bot = makeBot(feeds);
  const disk = diskUnder(bot);
  cpSync(collected.dataDir, bot.dataDir, { recursive: true });
  return { bot, disk };
}

function diskUnder(bot: BotFolder): MountedDisk {
  const disk = mountDisk(bot.dataDir, diskMiB);
  onTestFinished(() => disk.unmount());
  return disk;
}
