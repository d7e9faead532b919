import { createSlackPublisher } from '../../../adapters/slack/publisher.ts';
import { createSlackClient } from '../../../adapters/slack/web-client.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { Publisher } from '../../../src/ports/publisher.ts';
import { inflated } from './slack-inflated.ts';

const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The bot's own publisher and client; each request tells the fake Slack the moment of the month. */
export function openPublisher(settings: Readonly<Record<string, string>>, clock: Clock): Publisher {
  const client = createSlackClient(settings['token'] ?? '', {
    apiUrl: settings['apiUrl'] ?? '',
    log,
    fetch: (url, init) =>
      fetch(url, { ...init, headers: { ...init?.headers, 'x-fake-now-ms': String(clock.nowMs()) } }),
  });
  const publisher = createSlackPublisher({ clients: { of: async () => client }, log });
  return {
    ...publisher,
    publish: (message, attempt) =>
      publisher.publish({ ...message, document: inflated(message.document) }, attempt),
    revise: (id, message, attempt) =>
      publisher.revise(id, { ...message, document: inflated(message.document) }, attempt),
  };
}
