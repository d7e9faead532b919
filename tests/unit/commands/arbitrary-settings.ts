import fc from 'fast-check';
import type { ChannelSettings, DigestPlan, QuietHours } from '../../../src/domain/channel.ts';
import type { Mention } from '../../../src/domain/mention.ts';
import { languages } from '../../../src/domain/words/words.ts';

const time = fc.integer({ min: 0, max: 1439 });
const times = (minLength: number) =>
  fc.uniqueArray(time, { minLength, maxLength: 5 }).map((list) => list.toSorted((a, b) => a - b));

const plan: fc.Arbitrary<DigestPlan> = fc.oneof(
  fc.constant<DigestPlan>({ kind: 'realtime' }),
  fc.constant<DigestPlan>({ kind: 'cron', cron: '*/7 8-9 * * 1' }),
  fc.record({
    kind: fc.constant('weekly' as const),
    day: fc.constantFrom(0, 1, 2, 3, 4, 5, 6),
    time,
  }),
  fc.record({ kind: fc.constant('times' as const), weekday: times(1), weekend: times(0) }),
);

const quiet: fc.Arbitrary<QuietHours | null> = fc.option(
  fc.record({ from: time, until: time }).filter(({ from, until }) => from !== until),
);

const mentions: fc.Arbitrary<readonly Mention[]> = fc.uniqueArray(
  fc.record({ kind: fc.constantFrom('person', 'role'), id: fc.stringMatching(/^U[0-9]{1,6}$/) }),
  { maxLength: 10, selector: ({ kind, id }) => `${kind}:${id}` },
);

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Settings as commands and configurations can make them. */
export const settingsOf: fc.Arbitrary<ChannelSettings> = fc.record({
  plan,
  zone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Shanghai', 'America/St_Johns'),
  quiet,
  style: fc.constantFrom('short', 'full'),
  maxStories: fc.integer({ min: 1, max: 25 }),
  threshold: share,
  needsApproval: fc.boolean(),
  mentions,
  isPaused: fc.boolean(),
  language: fc.constantFrom(...languages),
});

/** What a watch has beside its query and its channel. */
export const watchFields = fc.record({
  name: fc.stringMatching(/^[A-Za-z]{1,9}( [a-z0-9]{1,9}){0,3}$/),
  cadence: fc.constantFrom('realtime' as const, 'digest' as const),
  mentions,
  threshold: share,
  needsApproval: fc.boolean(),
  isCritical: fc.boolean(),
});
