// Not a test: draws what a new guild sees on Discord into docs/, with `npm run pictures`. Needs Chromium.
import { fileURLToPath } from 'node:url';
import { onTestFinished, test } from 'vitest';
import {
  askAndFollow,
  makeWatch,
  readAlert,
  readDigest,
  readUpdate,
  setUp,
} from '../integration/discord/live-new-guild.ts';
import { startNewGuild } from '../integration/discord/new-guild.ts';
import { discordPage } from './discord-page.ts';
import { photograph, withoutLoopback } from './photograph.ts';

test('pictures of Discord', { timeout: 120_000 }, async () => {
  const guild = await startNewGuild();
  onTestFinished(() => guild.stop());
  for (const step of [setUp, makeWatch, readDigest, askAndFollow, readUpdate, readAlert]) await step(guild);

  for (const [name, pictures] of guild.pictures) {
    const path = fileURLToPath(new URL(`../../docs/discord-${name}.png`, import.meta.url));
    await photograph(withoutLoopback(discordPage(pictures)), path);
  }
});
