// How long Slack waits for the acknowledgement of a command, idle and while the bot collects: `node tests/bench/slack-acks.ts`.
// Prints one JSON object, in milliseconds. The fake Slack runs in the bot's own process, so that what holds the bot's
// loop holds the fake's clock too, and the figures are rather too high than too low.
import { setTimeout as pause } from 'node:timers/promises';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { startLivingAssembly } from '../integration/new-team/living-assembly.ts';
import { openNewsroom } from './open-newsroom.ts';

/** As many as give a 99th percentile. */
const idleCommands = 300;
/** Three people who do not wait for each other. */
const people = 3;
const pauseMs = 20;
const texts = [
  'help',
  'watch list',
  'ask Who was added to the Entity List?',
  'story Huawei',
  'sources list',
  'stats',
];

interface Figures {
  readonly commands: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly late: number;
}

async function giveCommands(slack: FakeSlack, goesOn: (given: number) => boolean): Promise<Figures> {
  const tookMs: number[] = [];
  let late = 0;
  async function give(): Promise<void> {
    while (goesOn(tookMs.length)) {
      const text = texts[tookMs.length % texts.length] ?? 'help';
      const { outcome, tookMs: took } = await slack.command({
        ...{ command: '/wire', text, userId: 'U1', channelId: 'C1' },
      });
      tookMs.push(took);
      if (outcome !== 'acked') late += 1;
      await pause(pauseMs);
    }
  }
  await Promise.all(Array.from({ length: people }, give));
  const sorted = tookMs.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return { commands: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1), late };
}

const newsroom = await openNewsroom();
const slack = await startFakeSlack({ appToken: 'xapp-1' });
const bot = await startLivingAssembly(newsroom.feeds, {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
  SLACK_API_URL: slack.apiUrl,
});
try {
  await slack.command({ command: '/wire', text: 'help', userId: 'U1', channelId: 'C1' });
  const idle = await giveCommands(slack, (given) => given < idleCommands);
  let isCollecting = true;
  const collecting = bot.tick().finally(() => {
    isCollecting = false;
  });
  const busy = await giveCommands(slack, () => isCollecting);
  await collecting;
  process.stdout.write(`${JSON.stringify({ newsroom: newsroom.name, idle, busy })}\n`);
} finally {
  await bot.stop();
  await slack.stop();
  await newsroom.stop();
}
