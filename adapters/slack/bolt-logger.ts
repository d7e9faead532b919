import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../src/ports/log.ts';
import { withoutTokens } from './web-client.ts';

/**
 * The log of Slack's own libraries, as ours: warnings and errors alone. What they say at finer levels holds payloads and
 * addresses with tickets in them.
 */
export function createBoltLogger(log: Log): Logger {
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log.warn('Slack library warns', { text: textOf(parts) }),
    error: (...parts) => log.error('Slack library reports an error', { text: textOf(parts) }),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

/** Tickets of Socket Mode and codes of OAuth stand in the texts of some errors. */
const tickets = /(?<=[?&](?:ticket|code|state)=)[^&\s]+/g;

function textOf(parts: readonly unknown[]): string {
  const text = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return withoutTokens(text).replace(tickets, '[ticket]');
}
