import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startTicking } from '../../../../adapters/cron/node-cron-driver.ts';
import { RecordingLog } from '../../../fakes/recording-log.ts';

const minuteMs = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T08:00:30Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

function tickEachMinute(onTick: () => Promise<void>, log = new RecordingLog()) {
  return startTicking({ cron: '* * * * *', onTick, log, startsNow: false, stopTimeoutMs: 5000 });
}

test('ticks by the clock, and not at once', async () => {
  let ticks = 0;
  const ticking = tickEachMinute(async () => {
    ticks += 1;
  });

  expect(ticks).toBe(0);
  await vi.advanceTimersByTimeAsync(3 * minuteMs);
  await ticking.stop();

  expect(ticks).toBe(3);
});

test('does not tick again while a run lasts', async () => {
  let runs = 0;
  const run = Promise.withResolvers<void>();
  const ticking = tickEachMinute(() => {
    runs += 1;
    return run.promise;
  });

  await vi.advanceTimersByTimeAsync(3 * minuteMs);
  const runsWhileBusy = runs;
  run.resolve();
  await vi.advanceTimersByTimeAsync(minuteMs);
  await ticking.stop();

  expect([runsWhileBusy, runs]).toEqual([1, 2]);
});

test('a failed run is logged, and the next one comes', async () => {
  let runs = 0;
  const log = new RecordingLog();
  const ticking = tickEachMinute(async () => {
    runs += 1;
    throw new Error('the store is gone');
  }, log);

  await vi.advanceTimersByTimeAsync(2 * minuteMs);
  await ticking.stop();

  expect(runs).toBe(2);
  expect(log.records[0]).toMatchObject({ level: 'error', fields: { reason: 'the store is gone' } });
});

test('does not tick after it was stopped', async () => {
  let ticks = 0;
  const ticking = tickEachMinute(async () => {
    ticks += 1;
  });

  await ticking.stop();
  await vi.advanceTimersByTimeAsync(3 * minuteMs);

  expect(ticks).toBe(0);
});

test('stop waits for the run in progress', async () => {
  const run = Promise.withResolvers<void>();
  const ticking = tickEachMinute(() => run.promise);
  await vi.advanceTimersByTimeAsync(minuteMs);

  let isStopped = false;
  const stopping = ticking.stop().then(() => {
    isStopped = true;
  });
  await vi.advanceTimersByTimeAsync(4000);
  const wasStoppedEarly = isStopped;
  run.resolve();
  await stopping;

  expect([wasStoppedEarly, isStopped]).toEqual([false, true]);
});

test('stop gives up on a run that does not end, and says so', async () => {
  const log = new RecordingLog();
  const ticking = tickEachMinute(() => Promise.withResolvers<void>().promise, log);
  await vi.advanceTimersByTimeAsync(minuteMs);

  const stopping = ticking.stop();
  await vi.advanceTimersByTimeAsync(5000);
  await stopping;

  expect(log.sentences('warn')).toEqual(['A scheduled run did not end in time']);
});

test('runs at once when asked to, so that what fell due before the start is caught up', async () => {
  let runs = 0;
  const onTick = async () => {
    runs += 1;
  };

  const ticking = startTicking({
    cron: '0 0 1 1 *',
    onTick,
    log: new RecordingLog(),
    startsNow: true,
    stopTimeoutMs: 5000,
  });
  await ticking.stop();

  expect(runs).toBe(1);
});
