import { changeSettings } from './change-settings.ts';
import type { Command } from './command.ts';
import { channelOption, flag } from './option.ts';
import { ok } from './reading.ts';
import { setUpChannel } from './target-channel.ts';

export const digestPauseCommand: Command = {
  definition: {
    name: 'digest pause',
    help: 'Stops the digest of a channel until it is resumed. Watches go on, and nothing is lost meanwhile.',
    who: 'admins',
    options: [channelOption, flag('resume', 'Let the digest come again.')],
  },
  async handle({ channel: channelWords, resume }, actor, services) {
    const found = await setUpChannel(channelWords, actor, services);
    if (found.kind === 'refused') return found;
    return changeSettings(
      {
        command: 'digest pause',
        channelWords,
        change: (present) => ok({ ...present, isPaused: resume !== 'true' }),
      },
      actor,
      services,
    );
  },
};
