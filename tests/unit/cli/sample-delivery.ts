import type { Delivery } from '../../../src/domain/delivery.ts';

/** A message to the console as the outbox lists it; without changes it is owed and was tried once. */
export function delivery(key: string, fields: Partial<Delivery> = {}): Delivery {
  return {
    key,
    channel: { platform: 'console', workspaceId: 'console', channelId: 'journal' },
    sequence: 1,
    document: { kind: 'notice', heading: 'Heading', paragraphs: [] },
    threadOf: null,
    revises: null,
    mentions: [],
    hold: null,
    permalink: null,
    state: 'owed',
    attempts: 1,
    messageId: null,
    lastProblem: null,
    ...fields,
  };
}
