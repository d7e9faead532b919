import { auditEntry } from './audit-entry.ts';
import { changedOptions } from './changed-options.ts';
import { namesOf } from './channel-names.ts';
import type { Command } from './command.ts';
import { findWatch } from './find-watch.ts';
import { optional, required } from './option.ts';
import { readWatchWish, watchOptions } from './read-watch-wish.ts';
import { refused } from './reading.ts';
import { setUpChannel } from './target-channel.ts';
import { changedWatchTable } from './watch-table.ts';
import { watchTexts } from './watch-texts.ts';

export const watchEditCommand: Command = {
  definition: {
    name: 'watch edit',
    help: 'Changes a watch, and shows before and after.',
    who: 'admins',
    options: [
      required('watch', 'Its id or name.', { completes: 'watch' }),
      optional('query', 'The new query.'),
      ...watchOptions,
    ],
  },
  async handle({ watch: words = '', ...written }, actor, services) {
    const found = await findWatch(words, actor, services);
    if (found.kind === 'refused') return found;
    const before = found.value;
    if (Object.values(written).every((value) => !value)) {
      return refused(
        'Say what to change: query, name, channel, cadence, mention, threshold, approval or critical.',
      );
    }
    const { channel: channelWords, ...given } = changedOptions(written, watchTexts(before));
    const target = channelWords ? await setUpChannel(channelWords, actor, services) : null;
    if (target?.kind === 'refused') return target;
    const wish = readWatchWish(given, before, target?.value.ref ?? before.channel);
    if (wish.kind === 'refused') return wish;
    const defined = await services.defineWatch(wish.value, { edited: before, personId: actor.personId });
    if (defined.kind === 'refused') return defined;
    const after = defined.watch;
    const nameOf = await namesOf([before.channel, after.channel], services);
    const table = changedWatchTable(before, after, nameOf);
    if (table.rows.length > 0) {
      const change = { command: 'watch edit', subject: `watch ${after.id}`, before, after };
      await services.watches.save(after, auditEntry(actor, services.clock.nowMs(), change));
    }
    return { kind: 'table', table };
  },
};
