import { expect, test } from 'vitest';
import { createAdmissions } from '../../../src/deliver/admissions.ts';
import type { Workspace } from '../../../src/domain/workspace.ts';
import type { Publisher } from '../../../src/ports/publisher.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { RecordingLog } from '../../fakes/recording-log.ts';
import { createRecordingPublisher } from '../../fakes/recording-publisher.ts';

const team: Workspace = { platform: 'slack', workspaceId: 'T1' };
const minuteMs = 60_000;
const off = { kind: 'off', problem: 'The app was removed.' } as const;

function openAdmissions() {
  const clock = new FixedClock('2026-03-04T08:00:00Z');
  const log = new RecordingLog();
  const slack = createRecordingPublisher('slack');
  const asked: string[] = [];
  const publisher: Publisher = {
    ...slack,
    admissionTo: (workspace) => {
      asked.push(workspace.workspaceId);
      return slack.admissionTo(workspace);
    },
  };
  const admissions = createAdmissions({ publishers: new Map([['slack', publisher]]), clock, log });
  return { clock, log, slack, asked, publisher, look: () => admissions.shutAmong([team, team]) };
}

test('a workspace that does not let the bot in is found out, and warned of once', async () => {
  const { slack, log, look } = openAdmissions();
  slack.admitAs(off);

  expect(await look()).toEqual([{ workspace: team, problem: off.problem, isNew: true }]);
  expect(await look()).toEqual([{ workspace: team, problem: off.problem, isNew: false }]);
  expect(log.records.map(({ level, sentence }) => [level, sentence])).toEqual([
    ['warn', 'A workspace does not let the bot in'],
  ]);
});

test('it is asked again after five minutes, and not before', async () => {
  const { clock, slack, log, asked, look } = openAdmissions();
  slack.admitAs(off);
  await look();
  slack.admitAs({ kind: 'admitted' });
  clock.advance(5 * minuteMs - 1);
  expect(await look()).toHaveLength(1);
  clock.advance(1);

  expect(await look()).toEqual([]);
  expect(asked).toEqual(['T1', 'T1']);
  expect(log.records.at(-1)?.sentence).toBe('A workspace lets the bot in again');
});

test('one that cannot be asked is what it was, and let in at first', async () => {
  const { clock, slack, look } = openAdmissions();
  slack.admitAs({ kind: 'unknown' });
  expect(await look()).toEqual([]);
  clock.advance(5 * minuteMs);
  slack.admitAs(off);
  expect(await look()).toHaveLength(1);
  clock.advance(5 * minuteMs);
  slack.admitAs({ kind: 'unknown' });

  expect(await look()).toMatchObject([{ isNew: false }]);
});

test('a publisher that throws shuts nobody out, and a platform that is off is not asked', async () => {
  const { log, publisher, clock } = openAdmissions();
  const failing: Publisher = { ...publisher, admissionTo: () => Promise.reject(new Error('No JSON.')) };
  const admissions = createAdmissions({ publishers: new Map([['slack', failing]]), clock, log });

  expect(await admissions.shutAmong([team, { ...team, platform: 'discord' }])).toEqual([]);
  expect(log.records).toMatchObject([{ level: 'error', fields: { reason: 'No JSON.' } }]);
});
