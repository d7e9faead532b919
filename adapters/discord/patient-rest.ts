import { REST } from 'discord.js';
import type { DiscordConfig } from '../../src/domain/config.ts';

/** Of each request alone, without what it waits for its turn. */
const answerTimeoutMs = 10_000;
/** Somebody waits: longer than that, and they are better told. */
const longestWaitMs = 30_000;

/**
 * The client for what people wait for: it waits when Discord asks for a short pause. It sends nothing twice by itself, so
 * that no answer stands twice; apart from that as `createDiscordRest`.
 */
export function createPatientRest({ token, apiUrl }: DiscordConfig): REST {
  const rest = new REST({
    ...(apiUrl !== null && { api: apiUrl.replace(/\/+$/, '') }),
    version: '10',
    retries: 0,
    timeout: answerTimeoutMs,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > longestWaitMs,
  });
  return rest.setToken(token.reveal());
}
