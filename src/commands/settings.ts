import { changeSettings } from './change-settings.ts';
import type { Command } from './command.ts';
import { channelOption } from './option.ts';
import { readSettings, settingOptions } from './read-settings.ts';
import { settingsTable } from './settings-table.ts';
import { setUpChannel } from './target-channel.ts';

export const settingsCommand: Command = {
  definition: {
    name: 'settings',
    help: "Shows a channel's settings; with options changes them, and shows before and after.",
    who: 'admins',
    options: [channelOption, ...settingOptions],
  },
  async handle(options, actor, services) {
    const { channel: channelWords, ...given } = options;
    if (Object.values(given).some((value) => value !== '')) {
      const change = { command: 'settings', channelWords };
      return changeSettings(
        { ...change, change: (present) => readSettings(given, present, actor) },
        actor,
        services,
      );
    }
    const found = await setUpChannel(channelWords, actor, services);
    if (found.kind === 'refused') return found;
    const { ref, settings } = found.value;
    const name = await services.directory.nameOf(ref);
    return { kind: 'table', table: settingsTable({ id: ref.channelId, name }, settings) };
  },
};
