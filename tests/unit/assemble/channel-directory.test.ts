import { expect, test } from 'vitest';
import { directoryOf } from '../../../src/assemble/channel-directory.ts';
import { rememberNames } from '../../../src/assemble/remember-names.ts';
import type { ChannelRef } from '../../../src/domain/delivery.ts';
import { personChannel } from '../../../src/domain/workspace.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { namedChannels } from '../../fakes/named-channels.ts';

const ref: ChannelRef = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };
const journal: ChannelRef = { platform: 'console', workspaceId: 'console', channelId: 'journal' };

function directoryWith(names: Readonly<Record<string, string>>) {
  const slack = { platform: 'slack', directory: namedChannels(names) } as const;
  return directoryOf([slack], new FixedClock(0));
}

test.each([
  ['a channel by its name', ref, '#export-news'],
  ['a channel that the platform does not tell of by its id', { ...ref, channelId: 'C9' }, 'C9'],
  ['a channel of a platform that is off by its id', { ...ref, platform: 'discord' }, 'C1'],
  ["the console's channel as journal", journal, 'journal'],
  ["a person's direct messages as theirs", personChannel(ref, 'U1'), 'direct messages of U1'],
] as const)('people know %s', async (_, channel, name) => {
  expect(await directoryWith({ C1: '#export-news' }).nameOf(channel)).toBe(name);
});

test('what cannot be seen in a name is left out, and a name of nothing else is the id', async () => {
  const directory = directoryWith({ C1: '#ex\u200bport\u202e-news', C2: '\u200b' });

  expect(await directory.nameOf(ref)).toBe('#export-news');
  expect(await directory.nameOf({ ...ref, channelId: 'C2' })).toBe('C2');
});

/** Names that count how often they were asked for. */
function countedNames(start: string) {
  const clock = new FixedClock(1_000_000);
  const platform = { name: start, asked: 0 };
  const nameOf = rememberNames(async () => {
    platform.asked += 1;
    return platform.name;
  }, clock);
  return { clock, platform, nameOf };
}

test('a name is asked for once in ten minutes, however many look at once', async () => {
  const { clock, platform, nameOf } = countedNames('#old');
  await Promise.all([nameOf(ref), nameOf(ref), nameOf({ ...ref })]);
  expect(platform.asked).toBe(1);

  platform.name = '#new';
  clock.advance(10 * 60_000 - 1);
  expect(await nameOf(ref)).toBe('#old');
  clock.advance(1);
  expect(await nameOf(ref)).toBe('#new');
  expect(platform.asked).toBe(2);
});

test('a name that the platform did not tell is asked for again after a minute', async () => {
  const { clock, platform, nameOf } = countedNames('C1');
  expect(await nameOf(ref)).toBe('C1');
  platform.name = '#news';

  clock.advance(59_999);
  expect(await nameOf(ref)).toBe('C1');
  clock.advance(1);

  expect(await nameOf(ref)).toBe('#news');
});

test('a clock that is set back forgets what was asked in its future', async () => {
  const { clock, platform, nameOf } = countedNames('#old');
  await nameOf(ref);
  platform.name = '#new';

  clock.set(0);

  expect(await nameOf(ref)).toBe('#new');
});

test('no more than some thousands of names are kept', async () => {
  const { platform, nameOf } = countedNames('#news');
  for (let number = 0; number <= 5_000; number += 1) await nameOf({ ...ref, channelId: `C${number}` });
  expect(platform.asked).toBe(5_001);

  await nameOf({ ...ref, channelId: 'C5000' });
  expect(platform.asked).toBe(5_001);
  await nameOf({ ...ref, channelId: 'C0' });
  expect(platform.asked).toBe(5_002);
});
