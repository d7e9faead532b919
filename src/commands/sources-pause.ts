import type { MessageAction } from '../domain/action.ts';
import type { AnswerTable } from '../domain/command.ts';
import type { SourceDefinition } from '../domain/source.ts';
import { auditEntry } from './audit-entry.ts';
import type { Command } from './command.ts';
import { flag, required } from './option.ts';
import { refused } from './reading.ts';
import { findSource } from './sources-find.ts';
import { refusalWhereShared } from './sources-guard.ts';

/** Only where the bot serves one workspace, but for the operator who resumes: see `refusalWhereShared`. */
export const sourcesPauseCommand: Command = {
  definition: {
    name: 'sources pause',
    help: 'Keeps a source from being read until it is resumed. What it brought stays.',
    who: 'admins',
    options: [
      required('source', 'Its id, name or address.', { completes: 'source' }),
      flag('resume', 'Let it be read again.'),
    ],
  },
  async handle({ source: words = '', resume }, actor, services) {
    const isPaused = resume !== 'true';
    const shared = await refusalWhereShared('sources pause', actor, services, { takesBack: !isPaused });
    if (shared !== null) return refused(shared);
    const found = await findSource(words, services);
    if (found.kind === 'refused') return found;
    const { source } = found.value;
    const wasPaused = found.value.isPaused ?? false;
    if (wasPaused !== isPaused) {
      const change = {
        command: 'sources pause',
        subject: `source ${source.id}`,
        before: { isPaused: wasPaused },
        after: { isPaused },
      };
      await services.sources.pause({ source, isPaused }, auditEntry(actor, services.clock.nowMs(), change));
    }
    return { kind: 'table', table: pauseTable(source, wasPaused, isPaused) };
  },
};

function pauseTable(source: SourceDefinition, wasPaused: boolean, isPaused: boolean): AnswerTable {
  const hasChanged = wasPaused !== isPaused;
  return {
    heading: `Source ${source.name}`,
    columns: ['Property', 'Before', 'After'],
    rows: hasChanged ? [['state', stateText(wasPaused), stateText(isPaused)]] : [],
    notes: [
      hasChanged ? whatHappens(isPaused) : `Nothing changed: the source is ${stateText(isPaused)} already.`,
    ],
    data: [{ id: source.id, name: source.name, before: { isPaused: wasPaused }, after: { isPaused } }],
    ...(hasChanged && isPaused ? { actions: [undo(source)] } : {}),
  };
}

function stateText(isPaused: boolean): string {
  return isPaused ? 'paused' : 'read';
}

function whatHappens(isPaused: boolean): string {
  return isPaused
    ? 'It is not read until it is resumed, also after a restart. What it brought stays.'
    : 'It is read with the next collect.';
}

function undo({ id }: SourceDefinition): MessageAction {
  const input = { name: 'sources pause', options: { source: id, resume: 'true' } };
  return { label: 'undo', how: 'run', input, tone: 'plain' };
}
