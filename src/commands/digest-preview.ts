import type { Platform } from '../domain/delivery.ts';
import type { Command } from './command.ts';

const platforms: readonly Platform[] = ['console', 'slack', 'discord'];

export const digestPreviewCommand: Command = {
  definition: {
    name: 'digest preview',
    help: 'Shows the exact messages of the digest that would be posted now. Posts nothing.',
    who: 'all',
    options: [
      {
        name: 'platform',
        help: 'For which platform; your own without it.',
        isRequired: false,
        choices: platforms,
        isFlag: false,
      },
      {
        name: 'all',
        help: 'Everything known, whatever was told.',
        isRequired: false,
        choices: [],
        isFlag: true,
      },
    ],
  },
  async handle({ platform, all }, actor, { composeDigest, renderFor }) {
    const documents = await composeDigest({ all: all === 'true' });
    const wanted = platforms.find((name) => name === platform) ?? actor.platform;
    return { kind: 'payloads', payloads: renderFor(wanted, documents) };
  },
};
