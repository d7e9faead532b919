import type { MessageAction } from '../domain/action.ts';
import { operatorId } from '../domain/audit.ts';
import type { Actor, SourcesAnswer } from '../domain/command.ts';
import type { SourceState } from '../domain/source.ts';
import { isOfWorkspace } from '../domain/workspace.ts';
import type { Command, CommandServices } from './command.ts';
import { aboutOption, holdsWords } from './holds-words.ts';
import { moreNotes, mostRows } from './shorten-table.ts';
import { refusalWhereShared } from './sources-guard.ts';

const narrowing = 'Narrow it down with about, as words of a name.';

export const sourcesListCommand: Command = {
  definition: {
    name: 'sources list',
    help: 'Lists the sources with how each fares, and why one fails.',
    who: 'all',
    options: [aboutOption],
  },
  async handle({ about }, actor, services) {
    const found = (await services.listSources())
      .map((state) => asSeenBy(actor, state))
      .filter(({ source: { id, name, url } }) => holdsWords([id, name, url], about));
    // The operator's terminal is no chat, and `--json` is for programs.
    if (actor.personId === operatorId) return { kind: 'sources', sources: found };
    const sources = shortened(found);
    const notes = moreNotes(found.length - sources.length, narrowing);
    return { kind: 'sources', sources, notes, ...(await rowActions(sources, actor, services)) };
  },
};

/** Of a long list those that fail are the ones to be seen. */
function shortened(found: readonly SourceState[]): readonly SourceState[] {
  if (found.length <= mostRows) return found;
  const isFailing = ({ health, isPaused }: SourceState) => health.consecutiveFailures > 0 && !isPaused;
  const failing = found.filter(isFailing);
  return [...failing, ...found.filter((state) => !isFailing(state))].slice(0, mostRows);
}

/** Who works in another workspace is not told; the console sees everything. */
function asSeenBy(actor: Actor, { addedBy, ...state }: SourceState): SourceState {
  const mayKnow = addedBy && (actor.platform === 'console' || isOfWorkspace(addedBy, actor));
  return mayKnow ? { ...state, addedBy } : state;
}

/** For admins, where one workspace may change what it knows. */
async function rowActions(
  sources: readonly SourceState[],
  actor: Actor,
  services: CommandServices,
): Promise<Pick<SourcesAnswer, 'rowActions'>> {
  if (!actor.isAdmin) return {};
  const shared = await refusalWhereShared('sources pause', actor, services, { takesBack: false });
  return shared === null ? { rowActions: sources.map(actionsOfSource) } : {};
}

function actionsOfSource({ source, addedBy, isPaused }: SourceState): readonly MessageAction[] {
  const pause: MessageAction = {
    ...{ label: isPaused ? 'resume' : 'pause', how: 'run', tone: 'plain' },
    input: {
      name: 'sources pause',
      options: { source: source.id, ...(isPaused && { resume: 'true' }) },
    },
  };
  const remove: MessageAction = {
    ...{ label: 'remove', how: 'run', tone: 'danger' },
    input: { name: 'sources remove', options: { source: source.id } },
  };
  return addedBy ? [pause, remove] : [pause];
}
