import { createDiscordPublisher } from '../../../adapters/discord/publisher.ts';
import { createDiscordRest } from '../../../adapters/discord/rest-client.ts';
import { Secret } from '../../../src/domain/config.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { OutgoingMessage, Publisher } from '../../../src/ports/publisher.ts';
import { lengthened } from './discord-lengthened.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The real publisher with the real client, whose requests bring the month's time with them. */
export function openPublisher(settings: Readonly<Record<string, string>>, clock: Clock): Publisher {
  const token = new Secret(settings['token'] ?? '');
  const rest = createDiscordRest({ token, apiUrl: settings['restUrl'] ?? '' });
  const { makeRequest } = rest.options;
  rest.options.makeRequest = (url, init) => {
    const headers = { ...Object(init.headers), 'x-fake-now-ms': String(clock.nowMs()) };
    return makeRequest(url, {
      ...init,
      headers,
      ...(settings['nonce'] === 'off' && bodyWithoutNonce(init.body)),
    });
  };
  // The client counts requests by the machine's clock, and a month takes minutes of that.
  rest.options.globalRequestsPerSecond = Number.POSITIVE_INFINITY;
  const publisher = createDiscordPublisher({
    rest,
    log: quiet,
    layout: 'components',
    crossposts: () => false,
  });
  const longer = (message: OutgoingMessage) => ({ ...message, document: lengthened(message.document) });
  return {
    ...publisher,
    publish: (message, attempt) => publisher.publish(longer(message), attempt),
    revise: (messageId, message, attempt) => publisher.revise(messageId, longer(message), attempt),
  };
}

/** A planted fault: Discord is not asked to post a key once. */
function bodyWithoutNonce(body: unknown) {
  return typeof body === 'string'
    ? { body: body.replace('"enforce_nonce":true', '"enforce_nonce":false') }
    : {};
}
