import { expect, test } from 'vitest';
import { directoryOf } from '../../../src/assemble/channel-directory.ts';
import type { ChannelRef } from '../../../src/domain/delivery.ts';
import { personChannel } from '../../../src/domain/workspace.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { namedChannels } from '../../fakes/named-channels.ts';

const ref: ChannelRef = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };

/** A platform that is asked who sees a channel, and what it answers. */
function scene() {
  const clock = new FixedClock(1_000_000);
  const platform = { answer: async () => true, asked: [] as string[] };
  const slack = {
    ...namedChannels({}),
    maySee: ({ channelId }: ChannelRef, personId: string) => {
      platform.asked.push(`${channelId} ${personId}`);
      return platform.answer();
    },
  };
  const { maySee } = directoryOf([{ platform: 'slack', directory: slack }], clock);
  return { clock, platform, maySee };
}

test('a platform is asked once a minute for a channel and a person, however many look at once', async () => {
  const { clock, platform, maySee } = scene();
  await Promise.all([maySee(ref, 'U1'), maySee({ ...ref }, 'U1'), maySee(ref, 'U2')]);
  expect(platform.asked).toEqual(['C1 U1', 'C1 U2']);

  platform.answer = async () => false;
  clock.advance(59_999);
  expect(await maySee(ref, 'U1')).toBe(true);
  clock.advance(1);
  expect(await maySee(ref, 'U1')).toBe(false);
});

test('a platform that could not be asked is asked again, and its sentence is passed on', async () => {
  const { platform, maySee } = scene();
  platform.answer = async () => {
    throw new Error('Slack cannot be reached.');
  };

  await expect(maySee(ref, 'U1')).rejects.toThrow('Slack cannot be reached.');
  platform.answer = async () => true;

  expect(await maySee(ref, 'U1')).toBe(true);
});

test('direct messages are seen by their person alone, and nobody is asked', async () => {
  const { platform, maySee } = scene();

  expect(await maySee(personChannel(ref, 'U1'), 'U1')).toBe(true);
  expect(await maySee(personChannel(ref, 'U1'), 'U2')).toBe(false);
  expect(platform.asked).toEqual([]);
});

test('everybody who may run the program sees the journal', async () => {
  const journal: ChannelRef = { platform: 'console', workspaceId: 'console', channelId: 'journal' };

  expect(await scene().maySee(journal, 'anybody')).toBe(true);
});

test('a platform that is off cannot be asked', async () => {
  await expect(scene().maySee({ ...ref, platform: 'discord' }, 'U1')).rejects.toThrow(
    'The bot does not run on discord now',
  );
});
