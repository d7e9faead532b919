import type { AnswerTable } from '../domain/command.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Command } from './command.ts';
import { documentText } from './document-text.ts';
import { localStamp } from './local-stamp.ts';
import { optional } from './option.ts';
import { zoneOf } from './target-channel.ts';
import { workspaceDeliveries } from './workspace-deliveries.ts';

const mostListed = 30;
const states: readonly Delivery['state'][] = ['held', 'owed', 'sending', 'posted', 'dead'];

export const deliveriesListCommand: Command = {
  definition: {
    name: 'deliveries list',
    help: 'Lists the newest messages with how each fares, and why one was given up.',
    who: 'admins',
    options: [optional('state', 'Only those in this state.', { choices: states })],
  },
  async handle({ state }, actor, services) {
    const all = await workspaceDeliveries(actor, services);
    const wanted = all.filter((delivery) => !state || delivery.state === state);
    const zone = await zoneOf(actor, services);
    return { kind: 'table', table: listTable(wanted, zone) };
  },
};

function listTable(wanted: readonly Delivery[], zone: string): AnswerTable {
  const shown = wanted.slice(0, mostListed);
  return {
    heading: 'Deliveries, newest first',
    columns: ['Key', 'State', 'Channel', 'What', 'Attempts', 'Problem', 'Link'],
    rows: shown.map((delivery) => [
      delivery.key,
      stateText(delivery, zone),
      delivery.channel.channelId,
      documentText(delivery.document),
      String(delivery.attempts),
      delivery.lastProblem ?? '',
      delivery.permalink ?? '',
    ]),
    notes: notesOf(wanted),
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
  };
}

function stateText({ state, hold }: Delivery, zone: string): string {
  if (state !== 'held' || !hold) return state;
  return hold.kind === 'approval' ? 'held for approval' : `held until ${localStamp(hold.untilMs, zone)}`;
}

function notesOf(wanted: readonly Delivery[]): string[] {
  if (wanted.length === 0) return ['There is none.'];
  const notes = [];
  if (wanted.length > mostListed) notes.push(`The newest ${mostListed} of ${wanted.length} are shown.`);
  if (wanted.some(({ state }) => state === 'dead')) {
    notes.push('"deliveries retry KEY" sends one that was given up.');
  }
  if (wanted.some(({ state, hold }) => state === 'held' && hold?.kind === 'approval')) {
    notes.push('"deliveries approve KEY" releases one that is held, "deliveries discard KEY" gives it up.');
  }
  return notes;
}
