import type { AuditEntry } from '../domain/audit.ts';
import type { AnswerTable } from '../domain/command.ts';
import { auditDifferences, type Difference } from './audit-differences.ts';
import type { Command } from './command.ts';
import { localStamp } from './local-stamp.ts';
import { optional } from './option.ts';
import { refused } from './reading.ts';
import { zoneOf } from './target-channel.ts';

const usuallyListed = 20;
const mostListed = 200;

export const auditCommand: Command = {
  definition: {
    name: 'audit',
    help: 'Lists every change, newest first: who, when, from where, before and after.',
    who: 'admins',
    options: [optional('limit', `How many; ${usuallyListed} without it, ${mostListed} at most.`)],
  },
  async handle({ limit: text }, actor, services) {
    const limit = text ? Number(text) : usuallyListed;
    if (!Number.isInteger(limit) || limit < 1 || limit > mostListed) {
      return refused(`"${text}" is no number of changes. Write a whole number from 1 to ${mostListed}.`);
    }
    const { platform, workspaceId } = actor;
    const entries = await services.audit.list({ platform, workspaceId, limit });
    return { kind: 'table', table: auditTable(entries, await zoneOf(actor, services)) };
  },
};

function auditTable(entries: readonly AuditEntry[], zone: string): AnswerTable {
  return {
    heading: 'Changes, newest first',
    columns: [`When (${zone})`, 'Who', 'From', 'Command', 'Subject', 'Before', 'After'],
    rows: entries.map((entry) => {
      const differences = auditDifferences(entry);
      return [
        localStamp(entry.atMs, zone),
        entry.personId,
        entry.platform,
        entry.command,
        entry.subject,
        sideText(differences, 'before'),
        sideText(differences, 'after'),
      ];
    }),
    notes: entries.length === 0 ? ['Nothing was changed yet.'] : [],
    data: entries.map((entry) => ({
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
