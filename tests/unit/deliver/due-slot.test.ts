import { expect, test } from 'vitest';
import { createSchedule } from '../../../adapters/cron/cron-schedule.ts';
import { dueSlotMs } from '../../../src/deliver/due-slot.ts';
import type { ChannelSettings } from '../../../src/domain/channel.ts';
import { sampleChannel } from './sample-channel.ts';

const schedule = createSchedule();

/** Moments in UTC; 23 November 2026 is a Monday. */
function dueSlot(settings: Partial<ChannelSettings>, last: string, now: string): string | null {
  const slotMs = dueSlotMs(sampleChannel(settings, Date.parse(`${last}Z`)), schedule, Date.parse(`${now}Z`));
  return slotMs === null ? null : new Date(slotMs).toISOString().slice(0, 16);
}

test('a slot is due from its minute on until it was acted on', () => {
  expect(dueSlot({}, '2026-11-22T08:00', '2026-11-23T07:59')).toBe(null);
  expect(dueSlot({}, '2026-11-22T08:00', '2026-11-23T08:00')).toBe('2026-11-23T08:00');
  expect(dueSlot({}, '2026-11-23T08:00', '2026-11-23T08:01')).toBe(null);
});

test('five slots missed while the bot was stopped are one, the latest', () => {
  expect(dueSlot({}, '2026-11-18T08:00', '2026-11-23T11:00')).toBe('2026-11-23T08:00');
});

test('weekdays and weekends have their own times', () => {
  const plan = { kind: 'times', weekday: [480, 990], weekend: [600] } as const;

  expect(dueSlot({ plan }, '2026-11-20T08:00', '2026-11-20T16:30')).toBe('2026-11-20T16:30');
  expect(dueSlot({ plan }, '2026-11-20T16:30', '2026-11-21T09:59')).toBe(null);
  expect(dueSlot({ plan }, '2026-11-20T16:30', '2026-11-21T10:00')).toBe('2026-11-21T10:00');
});

test('a slot in quiet hours is due at their end', () => {
  const quiet = { from: 7 * 60, until: 9 * 60 };

  expect(dueSlot({ quiet }, '2026-11-22T08:00', '2026-11-23T08:59')).toBe(null);
  expect(dueSlot({ quiet }, '2026-11-22T08:00', '2026-11-23T09:00')).toBe('2026-11-23T08:00');
});

test('a paused channel is due nothing, and all that it missed is one when it goes on', () => {
  expect(dueSlot({ isPaused: true }, '2026-11-18T08:00', '2026-11-23T11:00')).toBe(null);
  expect(dueSlot({ isPaused: false }, '2026-11-18T08:00', '2026-11-23T11:00')).toBe('2026-11-23T08:00');
});

test('a plan without times is never due', () => {
  const plan = { kind: 'times', weekday: [], weekend: [] } as const;

  expect(dueSlot({ plan }, '2020-01-01T00:00', '2026-11-23T11:00')).toBe(null);
});

test('realtime goes on through the hour that clocks show twice', () => {
  const settings = { plan: { kind: 'realtime' }, zone: 'Europe/Berlin' } as const;

  expect(dueSlot(settings, '2026-10-25T01:10', '2026-10-25T01:11')).toBe('2026-10-25T01:11');
});

test('a clock that is set back an hour doubles nothing', () => {
  expect(dueSlot({}, '2026-11-23T08:00', '2026-11-23T07:10')).toBe(null);
  expect(dueSlot({}, '2026-11-23T08:00', '2026-11-23T08:10')).toBe(null);
  expect(dueSlot({}, '2026-11-23T08:00', '2026-11-24T08:00')).toBe('2026-11-24T08:00');
});
