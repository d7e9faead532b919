import type { MessageAction } from '../../../src/domain/action.ts';
import type { CommandDefinition, CommandOption } from '../../../src/domain/command.ts';
import type { CommandInput } from '../../../src/domain/command-input.ts';
import type { ChannelDirectory } from '../../../src/ports/channel-directory.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { recordRuns } from '../../fakes/record-runs.ts';
import { ScriptedCommands } from '../../fakes/scripted-commands.ts';
import { commandDesk } from '../../unit/commands/command-desk.ts';
import type { ChatAppDriver, StartChatApp } from './driver.ts';

/** The app over commands that answer what a test says. */
export async function openScripted(start: StartChatApp, definitions?: readonly CommandDefinition[]) {
  const commands = new ScriptedCommands(definitions);
  const store = inMemoryStore();
  const app = await start({ commands, store });
  return { app, commands, store, runs: commands.runs };
}

/** The app over the real commands. */
export async function openReal(
  start: StartChatApp,
  services: NonNullable<Parameters<typeof commandDesk>[0]> = {},
) {
  let app: ChatAppDriver | null = null;
  const directory: ChannelDirectory = {
    find: async (words, workspace) => (app ? app.directory.find(words, workspace) : null),
    nameOf: async (ref) => (app ? app.directory.nameOf(ref) : ref.channelId),
    maySee: async (ref, personId) => (app ? app.directory.maySee(ref, personId) : false),
  };
  const desk = await commandDesk({ directory, ...services });
  const { commands, runs } = recordRuns(desk.runner);
  app = await start({ commands, store: desk.store });
  return { app, store: desk.store, runs };
}

/** Something that somebody may give for each option. */
export function someValues(
  { options }: Pick<CommandDefinition, 'options'>,
  app: ChatAppDriver,
): CommandInput['options'] {
  return Object.fromEntries(options.map((option) => [option.name, someValue(option, app)]));
}

function someValue({ name, choices, isFlag, completes }: CommandOption, app: ChatAppDriver): string {
  if (isFlag) return 'true';
  if (completes === 'channel') return app.channel.channelId;
  const { reader, admin } = app.people;
  return choices.at(-1) ?? (name === 'mention' ? `person:${reader},person:${admin}` : `some ${name}`);
}

export function runAction(name: string, options: CommandInput['options'] = {}): MessageAction {
  return { label: 'sources', how: 'run', tone: 'plain', input: { name, options } };
}

export function formAction(name: string, options: CommandInput['options'] = {}): MessageAction {
  return { label: 'edit', how: 'form', tone: 'plain', input: { name, options } };
}
