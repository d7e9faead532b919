import type { AnswerTable } from '../domain/command.ts';
import { seenEntries } from './audit-channels.ts';
import { auditDifferences, type Difference } from './audit-differences.ts';
import type { Command } from './command.ts';
import { aboutOption, holdsWords } from './holds-words.ts';
import { localStamp } from './local-stamp.ts';
import { optional } from './option.ts';
import { refused } from './reading.ts';
import { moreNotes, mostRows } from './shorten-table.ts';
import { type ShownChange, shownChanges } from './shown-changes.ts';
import { zoneOf } from './target-channel.ts';

const usuallyListed = 20;
const mostListed = 200;
/** Far more than somebody looks back to. */
const mostRead = 1_000;
const narrowing = 'Narrow it down with about, as a person, a command, a watch or a channel.';

export const auditCommand: Command = {
  definition: {
    name: 'audit',
    help: 'Lists every change, newest first: who, when, from where, before and after.',
    who: 'admins',
    options: [
      optional('limit', `How many; ${usuallyListed} without it, ${mostListed} at most.`),
      aboutOption,
    ],
  },
  async handle({ limit: text, about }, actor, services) {
    const limit = text ? Number(text) : usuallyListed;
    if (!Number.isInteger(limit) || limit < 1 || limit > mostListed) {
      return refused(`"${text}" is no number of changes. Write a whole number from 1 to ${mostListed}.`);
    }
    const { platform, workspaceId } = actor;
    const entries = await services.audit.list({ platform, workspaceId, limit: mostRead });
    const { items, notes } = await seenEntries(entries, actor, services);
    const changes = (await shownChanges(items, services)).filter((change) =>
      holdsWords(textsOf(change), about),
    );
    const listed = changes.slice(0, limit);
    const table = auditTable(listed, await zoneOf(actor, services));
    const more = moreNotes(changes.length - table.rows.length, narrowing);
    return { kind: 'table', table: { ...table, notes: [...table.notes, ...notes, ...more] } };
  },
};

/** What a change is found by. */
function textsOf({ entry, subject, differences }: ShownChange): readonly string[] {
  const { personId, command } = entry;
  const values = differences.flatMap(({ what, before, after }) => [what, before, after]);
  return [personId, command, entry.subject, subject, ...values];
}

function auditTable(listed: readonly ShownChange[], zone: string): AnswerTable {
  return {
    heading: 'Changes, newest first',
    columns: [`When (${zone})`, 'Who', 'From', 'Command', 'Subject', 'Before', 'After'],
    rows: listed
      .slice(0, mostRows)
      .map(({ entry, subject, differences }) => [
        localStamp(entry.atMs, zone),
        entry.personId,
        entry.platform,
        entry.command,
        subject,
        sideText(differences, 'before'),
        sideText(differences, 'after'),
      ]),
    notes: listed.length === 0 ? ['Nothing was changed yet.'] : [],
    data: listed.map(({ entry }) => ({
      at: new Date(entry.atMs).toISOString(),
      person: entry.personId,
      platform: entry.platform,
      command: entry.command,
      subject: entry.subject,
      changes: auditDifferences(entry),
    })),
  };
}

function sideText(differences: readonly Difference[], side: 'before' | 'after'): string {
  return differences.map((difference) => `${difference.what}: ${difference[side]}`).join('; ');
}
