import type { AnswerTable } from '../domain/command.ts';
import type { Watch } from '../domain/watch.ts';
import { mentionsText } from './read-mentions.ts';

/** Each property by the name of its option. */
function textsOf(watch: Watch): Readonly<Record<string, string>> {
  return {
    name: watch.name,
    query: watch.query,
    channel: watch.channel.channelId,
    cadence: watch.cadence,
    mention: mentionsText(watch.mentions),
    threshold: String(watch.threshold),
    approval: watch.needsApproval ? 'on' : 'off',
    critical: watch.isCritical ? 'on' : 'off',
  };
}

/** One watch, in full. */
export function watchTable(heading: string, watch: Watch): AnswerTable {
  return {
    heading,
    columns: ['Property', 'Value'],
    rows: [['id', watch.id], ...Object.entries(textsOf(watch))],
    notes: [],
    data: [{ ...watch }],
  };
}

/** What a change made of a watch, and only that. */
export function changedWatchTable(before: Watch, after: Watch): AnswerTable {
  const was = textsOf(before);
  const rows = Object.entries(textsOf(after))
    .map(([name, text]) => [name, was[name] ?? '', text] as const)
    .filter(([, earlier, later]) => earlier !== later);
  return {
    heading: `Watch ${after.id}`,
    columns: ['Property', 'Before', 'After'],
    rows,
    notes: rows.length === 0 ? ['Nothing changed: the watch is so already.'] : [],
    data: [{ before, after }],
  };
}
