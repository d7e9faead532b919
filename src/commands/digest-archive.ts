import type { AnswerTable } from '../domain/command.ts';
import type { ArchivedDigest } from '../ports/digest-store.ts';
import type { Command } from './command.ts';
import { documentText } from './document-text.ts';
import { localStamp } from './local-stamp.ts';
import { channelOption, optional } from './option.ts';
import { refused } from './reading.ts';
import { setUpChannel } from './target-channel.ts';

const mostListed = 20;
/** Years of daily digests: every one can still be shown by its key. */
const mostSearched = 2_000;

export const digestArchiveCommand: Command = {
  definition: {
    name: 'digest archive',
    help: 'Lists the earlier digests of a channel with links, or shows one again in full.',
    who: 'all',
    options: [channelOption, optional('digest', 'Key of the one to show again.')],
  },
  async handle({ channel: words, digest: key }, actor, services) {
    const found = await setUpChannel(words, actor, services);
    if (found.kind === 'refused') return found;
    const { ref, settings } = found.value;
    const name = await services.directory.nameOf(ref);
    if (!key) {
      const digests = await services.digests.archive(ref, mostListed);
      const note =
        digests.length > 0 ? 'digest archive with digest KEY shows one again.' : 'There is none yet.';
      return {
        kind: 'table',
        table: archiveTable(`Digests of ${name}`, digests, settings.zone, [note]),
      };
    }
    const wanted = (await services.digests.archive(ref, mostSearched)).find((digest) => digest.key === key);
    if (wanted) return { kind: 'documents', documents: wanted.messages.map(({ document }) => document) };
    return refused(`${name} has no digest "${key}". "digest archive" lists their keys.`);
  },
};

/** Digests by when they were decided, on the wall clock of their channel's zone. */
export function archiveTable(
  heading: string,
  digests: readonly ArchivedDigest[],
  zone: string,
  notes: readonly string[],
): AnswerTable {
  const decidedAt = ({ decidedAtMs }: ArchivedDigest) => localStamp(decidedAtMs, zone);
  const what = ({ messages: [first] }: ArchivedDigest) => (first ? documentText(first.document) : '');
  return {
    heading,
    columns: ['Key', `Decided (${zone})`, 'What', 'Link'],
    rows: digests.map((digest) => [digest.key, decidedAt(digest), what(digest), digest.permalink ?? '']),
    notes,
    data: digests.map((digest) => ({
      key: digest.key,
      decided: new Date(digest.decidedAtMs).toISOString(),
      what: what(digest),
      messages: digest.messages.length,
      permalink: digest.permalink,
    })),
  };
}
