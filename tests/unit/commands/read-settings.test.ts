import { expect, test } from 'vitest';
import { readSettings } from '../../../src/commands/read-settings.ts';
import type { ChannelSettings } from '../../../src/domain/channel.ts';

const present: ChannelSettings = {
  plan: { kind: 'times', weekday: [480], weekend: [] },
  zone: 'UTC',
  quiet: { from: 1320, until: 420 },
  style: 'full',
  maxStories: 8,
  threshold: 0.2,
  needsApproval: false,
  mentions: [{ kind: 'person', id: 'U1' }],
  isPaused: true,
  language: 'en',
};

test.each<[Readonly<Record<string, string>>, Partial<ChannelSettings>]>([
  [{}, {}],
  [{ zone: 'Asia/Shanghai' }, { zone: 'Asia/Shanghai' }],
  [{ quiet: '23:30-6:00' }, { quiet: { from: 1410, until: 360 } }],
  [{ quiet: 'off' }, { quiet: null }],
  [
    { style: 'short', stories: '25' },
    { style: 'short', maxStories: 25 },
  ],
  [
    { threshold: '0.55', approval: 'on' },
    { threshold: 0.55, needsApproval: true },
  ],
  [{ threshold: '0' }, { threshold: 0 }],
  [{ mention: 'none' }, { mentions: [] }],
  [{ language: 'de' }, { language: 'de' }],
  [
    { cadence: 'weekly', day: 'Monday', at: '08:00', weekend: 'off' },
    { plan: { kind: 'weekly', day: 1, time: 480 } },
  ],
  [{ cadence: 'realtime', at: '08:00', weekend: 'off' }, { plan: { kind: 'realtime' } }],
  [
    { mention: 'person:U2, role:S3' },
    {
      mentions: [
        { kind: 'person', id: 'U2' },
        { kind: 'role', id: 'S3' },
      ],
    },
  ],
])('%j changes just that', (options, expected) => {
  expect(readSettings(options, present, { workspaceId: '1' })).toEqual({
    kind: 'ok',
    value: { ...present, ...expected },
  });
});

test.each<[Readonly<Record<string, string>>, string]>([
  [{ zone: 'Mars/Base' }, 'There is no time zone Mars/Base; write'],
  [{ zone: '+02:00' }, 'name a place, as Europe/Berlin'],
  [{ at: '25:00' }, 'Write it in 24 hours'],
  [{ quiet: '22:00-22:00' }, 'all day or none. Write 22:00-07:00, or off.'],
  [{ quiet: '22:00-25:00' }, '"25:00" is no time of day'],
  [{ quiet: 'at night' }, 'are no quiet hours. Write 22:00-07:00'],
  [{ threshold: '1.5' }, 'Write a relevance from 0'],
  [{ threshold: '-1' }, 'Write a relevance from 0'],
  [{ threshold: '0x1' }, 'Write a relevance from 0'],
  [{ stories: '0' }, 'Write a whole number from 1 to 25.'],
  [{ stories: '26' }, 'Write a whole number from 1 to 25.'],
  [{ stories: '2.5' }, 'Write a whole number from 1 to 25.'],
  [{ mention: '@everyone' }, 'Write person:U1,role:R2, or none.'],
  [{ mention: 'person:everyone' }, 'would call everybody'],
  [
    { mention: Array.from({ length: 11 }, (_, index) => `person:U${index}`).join(',') },
    'write a role instead',
  ],
  [{ style: 'short', zone: 'Nowhere' }, 'There is no time zone Nowhere'],
])('%j is refused with what to write instead', (options, telling) => {
  expect(readSettings(options, present, { workspaceId: '1' })).toEqual({
    kind: 'refused',
    problem: expect.stringContaining(telling),
  });
});

test('the role that is everybody is called by nobody', () => {
  const reading = readSettings({ mention: 'role:1' }, present, { workspaceId: '1' });

  expect(reading).toEqual({ kind: 'refused', problem: expect.stringContaining('would call everybody') });
});
