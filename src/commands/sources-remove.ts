import { auditEntry } from './audit-entry.ts';
import type { Command } from './command.ts';
import { required } from './option.ts';
import { refused } from './reading.ts';
import { findSource } from './sources-find.ts';
import { refusalWhereShared } from './sources-guard.ts';
import { sourceRows } from './sources-rows.ts';

/** Only where the bot serves one workspace, but for the operator: see `refusalWhereShared`. */
export const sourcesRemoveCommand: Command = {
  definition: {
    name: 'sources remove',
    help: 'Takes back a source that was added by a command. The articles that it brought stay.',
    who: 'admins',
    options: [required('source', 'Its id, name or address.', { completes: 'source' })],
  },
  async handle({ source: words = '' }, actor, services) {
    const shared = await refusalWhereShared('sources remove', actor, services, { takesBack: true });
    if (shared !== null) return refused(shared);
    const found = await findSource(words, services);
    if (found.kind === 'refused') return found;
    const { source, addedBy } = found.value;
    if (!addedBy) {
      return refused(
        `${source.name} (${source.id}) stands in the operator's configuration; pause it instead or take it out there.`,
      );
    }
    const change = { command: 'sources remove', subject: `source ${source.id}`, before: source, after: null };
    await services.sources.remove(source.id, auditEntry(actor, services.clock.nowMs(), change));
    return {
      kind: 'table',
      table: {
        heading: 'The source is removed',
        columns: ['Property', 'Value'],
        rows: sourceRows(source),
        notes: ['The articles that it brought stay.'],
        data: [{ ...source }],
      },
    };
  },
};
