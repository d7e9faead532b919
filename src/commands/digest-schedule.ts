import { changeSettings } from './change-settings.ts';
import type { Command } from './command.ts';
import { channelOption } from './option.ts';
import { readSettings, scheduleOptions } from './read-settings.ts';
import { refused } from './reading.ts';

export const digestScheduleCommand: Command = {
  definition: {
    name: 'digest schedule',
    help: 'Sets when the digest of a channel comes, and sets the channel up where it was not.',
    who: 'admins',
    options: [channelOption, ...scheduleOptions],
  },
  async handle({ channel: channelWords, ...given }, actor, services) {
    if (Object.values(given).every((value) => value === '')) {
      return refused('Say when: write at 08:00, cadence weekly with day Monday, or zone Europe/Berlin.');
    }
    return changeSettings(
      { command: 'digest schedule', channelWords, change: (present) => readSettings(given, present, actor) },
      actor,
      services,
    );
  },
};
