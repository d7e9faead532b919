import type { MessageAction } from '../domain/action.ts';
import { auditEntry } from './audit-entry.ts';
import { namesOf } from './channel-names.ts';
import type { Command } from './command.ts';
import { flag, required } from './option.ts';
import { readWatchWish, watchOptions } from './read-watch-wish.ts';
import { setUpChannel } from './target-channel.ts';
import { watchTable } from './watch-table.ts';

export const watchAddCommand: Command = {
  definition: {
    name: 'watch add',
    help: 'Shows what a new watch would have caught in the last 90 days; with confirm, saves it.',
    who: 'admins',
    options: [
      required('query', 'Words, "phrases", AND OR NOT, /regex/, entity:huawei, cite:"15 CFR 744" and more.'),
      ...watchOptions,
      flag('confirm', 'Save it.'),
    ],
  },
  async handle({ channel: words, confirm, ...given }, actor, services) {
    const found = await setUpChannel(words, actor, services);
    if (found.kind === 'refused') return found;
    const wish = readWatchWish(given, null, found.value.ref);
    if (wish.kind === 'refused') return wish;
    const defined = await services.defineWatch(wish.value, { edited: null, personId: actor.personId });
    if (defined.kind === 'refused') return defined;
    const { watch } = defined;
    if (confirm !== 'true') {
      const table = await services.backTest(watch);
      const note = 'Nothing is saved yet. The same command with confirm saves the watch.';
      const save = saveAction({ ...given, channel: found.value.ref.channelId });
      return { kind: 'table', table: { ...table, notes: [...table.notes, note], actions: [save] } };
    }
    const change = { command: 'watch add', subject: `watch ${watch.id}`, before: null, after: watch };
    await services.watches.save(watch, auditEntry(actor, services.clock.nowMs(), change));
    const nameOf = await namesOf([watch.channel], services);
    return { kind: 'table', table: watchTable('The watch is saved', watch, nameOf) };
  },
};

/** The same once more, with confirm. */
function saveAction(given: Readonly<Record<string, string>>): MessageAction {
  const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const input = { name: 'watch add', options: { ...options, confirm: 'true' } };
  return { label: 'save', how: 'run', input, tone: 'primary' };
}
