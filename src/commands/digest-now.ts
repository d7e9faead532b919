import type { CommandAnswer } from '../domain/command.ts';
import type { ArchivedDigest } from '../ports/digest-store.ts';
import type { Command } from './command.ts';
import { archiveTable } from './digest-archive.ts';
import { channelOption } from './option.ts';
import { refused } from './reading.ts';
import { setUpChannel } from './target-channel.ts';

export const digestNowCommand: Command = {
  definition: {
    name: 'digest now',
    help: 'Posts the digest of a channel at once, with all that is untold.',
    who: 'admins',
    options: [channelOption],
  },
  async handle({ channel: words }, actor, services) {
    const found = await setUpChannel(words, actor, services);
    if (found.kind === 'refused') return found;
    const { ref, settings } = found.value;
    const posted = await services.postDigest(ref);
    if (!posted) {
      return refused(`Nothing is untold in ${await services.directory.nameOf(ref)}: nothing was posted.`);
    }
    return decided(posted, settings.zone, settings.needsApproval);
  },
};

function decided(digest: ArchivedDigest, zone: string, needsApproval: boolean): CommandAnswer {
  const note = needsApproval
    ? `It waits for approval: deliveries approve ${digest.key}, or deliveries discard ${digest.key}.`
    : 'It is on its way; deliveries list shows how it fares.';
  return { kind: 'table', table: archiveTable('Digest decided', [digest], zone, [note]) };
}
