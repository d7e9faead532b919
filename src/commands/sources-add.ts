import type { SourceTier } from '../domain/article.ts';
import type { AnswerTable } from '../domain/command.ts';
import type { SourceDefinition, SourceState } from '../domain/source.ts';
import { auditEntry } from './audit-entry.ts';
import type { Command, TriedSource } from './command.ts';
import { optional, required } from './option.ts';
import { refused } from './reading.ts';
import { sourceAt } from './sources-find.ts';
import { refusalWhereShared } from './sources-guard.ts';
import { sourceRows } from './sources-rows.ts';

const tiers: readonly SourceTier[] = ['wire', 'primary', 'commentary'];

/** Only where the bot serves one workspace: see `refusalWhereShared`. */
export const sourcesAddCommand: Command = {
  definition: {
    name: 'sources add',
    help: 'Reads a feed once, and adds it to the sources when it answers with entries.',
    who: 'admins',
    options: [
      required('url', 'The address of an RSS, Atom or JSON feed.'),
      optional('name', 'What it is called in messages; without it, the name that the feed gives itself.'),
      optional('tier', 'What kind of publisher it is; wire without it.', { choices: tiers }),
      optional('lang', "The feed's language as en or zh; without it, the one that the feed names."),
    ],
  },
  async handle({ url = '', name = '', tier = '', lang = '' }, actor, services) {
    const shared = await refusalWhereShared('sources add', actor, services, { takesBack: false });
    if (shared !== null) return refused(shared);
    const known = sourceAt(url, await services.listSources());
    if (known) return refused(knownProblem(known));
    const tried = await services.trySource({ url, name, tier, lang });
    if (tried.kind === 'refused') return refused(`${tried.problem} Nothing was added.`);
    const { source } = tried;
    const change = { command: 'sources add', subject: `source ${source.id}`, before: null, after: source };
    await services.sources.add(source, auditEntry(actor, services.clock.nowMs(), change));
    return { kind: 'table', table: addedTable(source, tried) };
  },
};

function knownProblem({ source, addedBy, isPaused }: SourceState): string {
  const where = addedBy
    ? 'was added already'
    : "stands in the operator's configuration already, which decides";
  const wayOut = isPaused
    ? `It is paused; "sources pause" with resume lets it be read again.`
    : '"sources list" shows how it fares.';
  return `This address ${where}: it is ${source.name} (${source.id}). ${wayOut}`;
}

function addedTable(
  source: SourceDefinition,
  { entryCount, newestTitle }: TriedSource & { readonly kind: 'read' },
): AnswerTable {
  return {
    heading: 'The source is added',
    columns: ['Property', 'Value'],
    rows: [...sourceRows(source), ['entries', String(entryCount)], ['newest entry', newestTitle]],
    notes: [
      'It is read with the next collect.',
      "If the operator's configuration names the same address later, that entry takes its place.",
    ],
    data: [{ ...source, entries: entryCount, newestTitle }],
    actions: [
      {
        ...{ label: 'remove', how: 'run', tone: 'danger' },
        input: { name: 'sources remove', options: { source: source.id } },
      },
    ],
  };
}
