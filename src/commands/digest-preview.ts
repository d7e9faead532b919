import type { Platform } from '../domain/delivery.ts';
import type { Command } from './command.ts';
import { channelOption, flag, optional } from './option.ts';
import { setUpChannel } from './target-channel.ts';

const platforms: readonly Platform[] = ['console', 'slack', 'discord'];

export const digestPreviewCommand: Command = {
  definition: {
    name: 'digest preview',
    help: 'Shows the exact messages of the digest that would be posted now. Posts nothing.',
    who: 'all',
    options: [
      channelOption,
      optional('platform', 'For which platform; your own without it.', { choices: platforms }),
      flag('all', 'Everything known, whatever was told.'),
    ],
  },
  async handle({ channel: words, platform, all }, actor, services) {
    const found = await setUpChannel(words, actor, services);
    if (found.kind === 'refused') return found;
    const messages = await services.previewDigest(found.value.ref, { all: all === 'true' });
    const wanted = platforms.find((name) => name === platform) ?? actor.platform;
    const { language } = found.value.settings;
    return { kind: 'payloads', payloads: services.renderFor({ platform: wanted, language }, messages) };
  },
};
