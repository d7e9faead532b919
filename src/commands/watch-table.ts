import type { AnswerTable } from '../domain/command.ts';
import type { Watch } from '../domain/watch.ts';
import type { NameOf } from './channel-names.ts';
import { watchPropertyTexts } from './watch-texts.ts';

/** One watch, in full. `nameOf` knows its channel. */
export function watchTable(heading: string, watch: Watch, nameOf: NameOf): AnswerTable {
  const texts = { ...watchPropertyTexts(watch), channel: nameOf(watch.channel) };
  return {
    heading,
    columns: ['Property', 'Value'],
    rows: [['id', watch.id], ...Object.entries(texts)],
    notes: [],
    data: [{ ...watch }],
  };
}

/** What a change made of a watch, and only that. `nameOf` knows its channels: two of one name are two all the same. */
export function changedWatchTable(before: Watch, after: Watch, nameOf: NameOf): AnswerTable {
  const was = watchPropertyTexts(before);
  const rows = Object.entries(watchPropertyTexts(after))
    .map(([name, text]) => [name, was[name] ?? '', text] as const)
    .filter(([, earlier, later]) => earlier !== later)
    .map((row) => (row[0] === 'channel' ? [row[0], nameOf(before.channel), nameOf(after.channel)] : row));
  return {
    heading: `Watch ${after.id}`,
    columns: ['Property', 'Before', 'After'],
    rows,
    notes: rows.length === 0 ? ['Nothing changed: the watch is so already.'] : [],
    data: [{ before, after }],
  };
}
