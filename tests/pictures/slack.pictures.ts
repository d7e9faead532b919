// Not a test: draws what a new team sees on Slack into docs/, with `npm run pictures`. Needs Chromium.
import { fileURLToPath } from 'node:url';
import { onTestFinished, test } from 'vitest';
import {
  askAndFollow,
  installAndSetUp,
  makeWatch,
  openHome,
  readAlert,
  readDigest,
  readUpdate,
} from '../integration/slack/live-new-team.ts';
import { startNewTeam } from '../integration/slack/new-team.ts';
import { photograph, withoutLoopback } from './photograph.ts';
import { slackPage } from './slack-page.ts';

test('pictures of Slack', { timeout: 120_000 }, async () => {
  const team = await startNewTeam();
  onTestFinished(() => team.stop());
  const steps = [installAndSetUp, makeWatch, readDigest, askAndFollow, readUpdate, readAlert, openHome];
  for (const step of steps) await step(team);

  for (const [name, pictures] of team.pictures) {
    const path = fileURLToPath(new URL(`../../docs/slack-${name}.png`, import.meta.url));
    await photograph(withoutLoopback(slackPage(pictures)), path);
  }
});
