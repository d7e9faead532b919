import type { CommandInput } from '../../src/domain/command-input.ts';
import type { ActionLabel } from '../../src/domain/words/words.ts';

/** A part of the Home: what a command answers, and the forms that change it. */
export interface HomeSectionPlan {
  readonly name: string;
  readonly options: CommandInput['options'];
  /** Asked for the channel that was chosen, where the command has that option; while there is none, its answer says how to set one up. */
  readonly isOfChannel: boolean;
  readonly actions: readonly { readonly command: string; readonly label: ActionLabel | null }[];
}

/** In the order in which they are shown. A command that is not in the table, or not for the person, is left out. */
export const homeSections: readonly HomeSectionPlan[] = [
  { name: 'deliveries list', options: { state: 'held' }, isOfChannel: false, actions: [] },
  { name: 'digest archive', options: {}, isOfChannel: true, actions: [] },
  {
    name: 'settings',
    options: {},
    isOfChannel: true,
    actions: [{ command: 'settings', label: 'edit' }],
  },
  {
    name: 'watch list',
    options: {},
    isOfChannel: true,
    actions: [{ command: 'watch add', label: null }],
  },
  { name: 'stats', options: {}, isOfChannel: false, actions: [] },
  {
    name: 'sources list',
    options: {},
    isOfChannel: false,
    actions: [
      { command: 'sources add', label: null },
      { command: 'sources pause', label: null },
      { command: 'sources remove', label: null },
    ],
  },
];
