import type { DeliveryDesk } from '../ports/delivery-desk.ts';
import { auditEntry } from './audit-entry.ts';
import type { Command } from './command.ts';
import { documentText } from './document-text.ts';
import { required } from './option.ts';
import { refused } from './reading.ts';
import { seenDelivery } from './seen-deliveries.ts';

interface DeskWords {
  readonly act: keyof DeliveryDesk;
  readonly help: string;
  readonly done: string;
  /** The state that it leaves the delivery in, for the audit log. */
  readonly stateAfter: 'owed' | 'dead';
}

/** What admins do with one delivery by hand: one command each, alike but for what they say. */
export function deskCommand({ act, help, done, stateAfter }: DeskWords): Command {
  const name = `deliveries ${act}`;
  return {
    definition: {
      name,
      help,
      who: 'admins',
      options: [
        required('key', 'Key of the delivery, as "deliveries list" shows it.', { completes: 'delivery' }),
      ],
    },
    async handle({ key = '' }, actor, services) {
      const delivery = await seenDelivery(key, actor, services);
      if (!delivery) return refused(`There is no delivery "${key}". "deliveries list" shows the keys.`);
      const channel = delivery.channel.channelId;
      const entry = auditEntry(actor, services.clock.nowMs(), {
        command: name,
        subject: `delivery ${key}`,
        before: { state: delivery.state, channel },
        after: { state: stateAfter, channel },
      });
      const outcome = await services.desk[act](key, entry);
      if (outcome.kind === 'refused') return outcome;
      const what = documentText(delivery.document);
      const data = [{ key, outcome: done, what }];
      return {
        kind: 'table',
        table: { heading: done, columns: ['Key', 'What'], rows: [[key, what]], notes: [], data },
      };
    },
  };
}
