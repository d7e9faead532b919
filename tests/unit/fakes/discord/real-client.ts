import { Client, type ClientOptions, Events, GatewayIntentBits, Partials, REST } from 'discord.js';
import { onTestFinished } from 'vitest';
import { type FakeDiscord, startFakeDiscord } from '../../../fakes/discord/fake-discord.ts';
import type { FakeDiscordOptions } from '../../../fakes/discord/options.ts';

/** A fake that stops with the test. Five messages in five seconds are too few for a test that posts; it says so if it wants them. */
export async function openFake(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const fake = await startFakeDiscord({ intervalMs: 0, ...options });
  onTestFinished(() => fake.stop());
  return fake;
}

/** The library's own REST client, which tries nothing twice. */
export function restTo(fake: FakeDiscord, token: string = fake.token): REST {
  return new REST({ api: fake.restUrl, version: '10', retries: 0, rejectOnRateLimit: () => true }).setToken(
    token,
  );
}

/** The library's own client, logged in and ready. Without the partial of channels it hears no direct message. */
export async function loggedIn(
  fake: FakeDiscord,
  intents: ClientOptions['intents'] = [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.DirectMessages,
  ],
): Promise<Client<true>> {
  const client = new Client({
    intents,
    partials: [Partials.Channel],
    rest: { api: fake.restUrl, version: '10', retries: 0 },
  });
  onTestFinished(() => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(fake.token);
  return ready;
}
