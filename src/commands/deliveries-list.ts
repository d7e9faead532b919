import { approvalActions, type MessageAction } from '../domain/action.ts';
import { channelKey } from '../domain/channel-key.ts';
import type { AnswerTable } from '../domain/command.ts';
import type { Delivery } from '../domain/delivery.ts';
import { type NameOf, namesOf } from './channel-names.ts';
import type { Command } from './command.ts';
import { documentText } from './document-text.ts';
import { localStamp } from './local-stamp.ts';
import { optional } from './option.ts';
import { seenDeliveries } from './seen-deliveries.ts';
import { shortTable } from './shorten-table.ts';
import { targetChannel, zoneOf } from './target-channel.ts';

/** Far more than admins read. */
const mostRead = 1_000;
const narrowing = 'Narrow it down with state or channel.';
const states: readonly Delivery['state'][] = ['held', 'owed', 'sending', 'posted', 'dead'];

export const deliveriesListCommand: Command = {
  definition: {
    name: 'deliveries list',
    help: 'Lists the newest messages with how each fares, and why one was given up.',
    who: 'admins',
    options: [
      optional('state', 'Only those in this state.', { choices: states }),
      optional('channel', 'Only those of this channel; of all channels without it.', {
        completes: 'channel',
      }),
    ],
  },
  async handle({ state, channel: words }, actor, services) {
    const target = words ? await targetChannel(words, actor, services) : null;
    if (target?.kind === 'refused') return target;
    const only = target && channelKey(target.value.ref);
    const wanted = states.find((known) => known === state) ?? null;
    const { items, notes } = await seenDeliveries({ state: wanted, limit: mostRead }, actor, services);
    const found = items.filter(({ channel }) => only === null || channelKey(channel) === only);
    const nameOf = await namesOf(
      found.map(({ channel }) => channel),
      services,
    );
    const table = listTable(found, await zoneOf(actor, services), nameOf);
    return { kind: 'table', table: shortTable({ ...table, notes: [...table.notes, ...notes] }, narrowing) };
  },
};

function listTable(shown: readonly Delivery[], zone: string, nameOf: NameOf): AnswerTable {
  return {
    heading: 'Deliveries, newest first',
    columns: ['Key', 'State', 'Channel', 'What', 'Attempts', 'Problem', 'Link'],
    rows: shown.map((delivery) => [
      delivery.key,
      stateText(delivery, zone),
      nameOf(delivery.channel),
      documentText(delivery.document),
      String(delivery.attempts),
      delivery.lastProblem ?? '',
      delivery.permalink ?? '',
    ]),
    notes: notesOf(shown),
    data: shown.map((delivery) => ({
      key: delivery.key,
      state: delivery.state,
      hold: delivery.hold,
      channel: delivery.channel.channelId,
      what: documentText(delivery.document),
      attempts: delivery.attempts,
      problem: delivery.lastProblem,
      permalink: delivery.permalink,
    })),
    rowActions: shown.map(actionsOfDelivery),
  };
}

/** What its state allows. A message that waits for the end of quiet hours comes by itself, or is given up. */
function actionsOfDelivery({ key, state, hold, document }: Delivery): readonly MessageAction[] {
  const run = (label: 'discard' | 'retry', tone: MessageAction['tone']): MessageAction => ({
    ...{ label, how: 'run', tone },
    input: { name: `deliveries ${label}`, options: { key } },
  });
  switch (state) {
    case 'held':
      return hold?.kind === 'approval'
        ? approvalActions(key, document.kind === 'alert' ? document.watchId : null)
        : [run('discard', 'danger')];
    case 'dead':
      return [run('retry', 'plain')];
    case 'owed':
    case 'sending':
    case 'posted':
      return [];
  }
}

function stateText({ state, hold }: Delivery, zone: string): string {
  if (state !== 'held' || !hold) return state;
  return hold.kind === 'approval' ? 'held for approval' : `held until ${localStamp(hold.untilMs, zone)}`;
}

function notesOf(shown: readonly Delivery[]): string[] {
  if (shown.length === 0) return ['There is none.'];
  const notes = [];
  if (shown.some(({ state }) => state === 'dead')) {
    notes.push('"deliveries retry KEY" sends one that was given up.');
  }
  if (shown.some(({ state, hold }) => state === 'held' && hold?.kind === 'approval')) {
    notes.push('"deliveries approve KEY" releases one that is held, "deliveries discard KEY" gives it up.');
  }
  return notes;
}
