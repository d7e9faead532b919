import { REST } from 'discord.js';
import type { DiscordConfig } from '../../src/domain/config.ts';

/** Shorter than the outbox's lease of a message, which would else be claimed again while it is being sent. */
export const requestTimeoutMs = 20_000;
/** A question to Discord may wait so long in its queue; what changes something never does. */
const patienceMs = 5_000;

/**
 * The client for all that the outbox sends. The outbox owns retries: nothing is sent twice by itself, and a rate limit is
 * thrown instead of waited for. The address comes without the API's version.
 */
export function createDiscordRest({ token, apiUrl }: DiscordConfig): REST {
  const rest = new REST({
    ...(apiUrl !== null && { api: apiUrl.replace(/\/+$/, '') }),
    version: '10',
    retries: 0,
    timeout: requestTimeoutMs,
    rejectOnRateLimit: ({ method, retryAfter }) => method !== 'GET' || retryAfter > patienceMs,
  });
  return rest.setToken(token.reveal());
}
