import { auditEntry } from './audit-entry.ts';
import { namesOf } from './channel-names.ts';
import type { Command } from './command.ts';
import { findWatch } from './find-watch.ts';
import { required } from './option.ts';
import { watchTable } from './watch-table.ts';

export const watchRemoveCommand: Command = {
  definition: {
    name: 'watch remove',
    help: 'Removes a watch. What it alerted stays where it was posted.',
    who: 'admins',
    options: [required('watch', 'Its id or name.', { completes: 'watch' })],
  },
  async handle({ watch: words = '' }, actor, services) {
    const found = await findWatch(words, actor, services);
    if (found.kind === 'refused') return found;
    const watch = found.value;
    const change = { command: 'watch remove', subject: `watch ${watch.id}`, before: watch, after: null };
    await services.watches.remove(watch.id, auditEntry(actor, services.clock.nowMs(), change));
    const nameOf = await namesOf([watch.channel], services);
    return { kind: 'table', table: watchTable('The watch is removed', watch, nameOf) };
  },
};
