import { expect, test } from 'vitest';
import { createBoltLogger } from '../../../../../adapters/slack/bolt-logger.ts';
import { isAdminOf } from '../../../../../adapters/slack/is-admin-of.ts';
import { nearestNames } from '../../../../../adapters/slack/nearest-names.ts';
import { createPlaces } from '../../../../../adapters/slack/places.ts';
import { readInteractionOrigin } from '../../../../../adapters/slack/read-origin.ts';
import { createRefresher } from '../../../../../adapters/slack/refresher.ts';
import { memoryOf, readMemory, writeMemory } from '../../../../../adapters/slack/window-memory.ts';
import { workspaceOf } from '../../../../../adapters/slack/workspace-of.ts';
import { RecordingLog } from '../../../../fakes/recording-log.ts';

test('no token, ticket or code of the library reaches the log', () => {
  const log = new RecordingLog();
  const logger = createBoltLogger(log);

  logger.error(new Error('Opening wss://x.test/link/?ticket=abc-123&app_id=A1 with xapp-1-A1-secret failed'));
  logger.warn('token', 'xoxb-12-secret', 'at /slack/oauth_redirect?code=c0de&state=st4te');
  logger.debug('xoxb-12-secret');

  const text = JSON.stringify(log.records);
  expect(log.records).toHaveLength(2);
  for (const secret of ['abc-123', 'secret', 'c0de', 'st4te']) expect(text).not.toContain(secret);
});

test('a window remembers where it was opened, and nothing of what is not its own', () => {
  const memory = memoryOf('watch add', { channelId: 'C1', threadTs: '1.2' }, true);

  expect(readMemory(writeMemory(memory))).toEqual(memory);
  for (const text of ['', 'null', '[]', '{"command":7,"isFromHome":"yes"}']) {
    expect(readMemory(text)).toEqual({ command: '', channelId: null, threadTs: null, isFromHome: false });
  }
});

test.each([
  ['an event of another team', { team_id: 'T2', context_team_id: 'T1', authorizations: [{ team_id: 'T1' }] }],
  ['an event without a context', { team_id: 'T2', authorizations: [{ team_id: 'T1' }] }],
  ['an event of old', { team_id: 'T1' }],
  ['a window', { team: { id: 'T2' }, user: { team_id: 'T2' }, view: { app_installed_team_id: 'T1' } }],
  ['a click', { team: { id: 'T1' }, user: { team_id: 'T2' } }],
  ['a Home of an organization', { team: null, user: { team_id: 'T1' }, view: { team_id: 'E1' } }],
])('%s is of the workspace that the app is installed in', (_, body) => {
  expect(workspaceOf(body)).toBe('T1');
});

test('a person has only so many places, and gets them back', () => {
  const places = createPlaces(2);
  const leave = places.take('T1', 'U1');
  const second = places.take('T1', 'U1');

  expect(second).not.toBeNull();
  expect(places.take('T1', 'U1')).toBeNull();
  expect([places.take('T1', 'U2'), places.take('T2', 'U1')]).not.toContain(null);
  leave?.();
  expect(places.take('T1', 'U1')).not.toBeNull();
  expect(places.take('T1', 'U1')).toBeNull();
});

test('what is asked for while it is being done is done once more, as it was asked for last', async () => {
  const refresh = createRefresher();
  const held = Promise.withResolvers<void>();
  const done: string[] = [];
  const work =
    (name: string, before = Promise.resolve()) =>
    async () => {
      await before;
      done.push(name);
    };

  const all = [
    refresh('U1', work('first', held.promise)),
    refresh('U1', () => Promise.reject(new Error('never done'))),
    refresh('U1', work('last')),
    refresh('U2', work('other')),
  ];
  await all[3];
  expect(done).toEqual(['other']);
  held.resolve();
  await Promise.all(all);
  await refresh('U1', work('later'));

  expect(done).toEqual(['other', 'first', 'last', 'later']);
});

test('work that fails holds up nothing that is asked for after it', async () => {
  const refresh = createRefresher();

  const failing = refresh('U1', () => Promise.reject(new Error('broken')));
  const next = refresh('U1', () => Promise.resolve());

  await expect(failing).rejects.toThrow('broken');
  await expect(next).resolves.toBeUndefined();
});

test('what is pressed in a reply is answered in its thread, what is pressed in a root beside it', () => {
  const body = { team: { id: 'T1' }, user: { id: 'U1' }, channel: { id: 'C1' } };

  expect(readInteractionOrigin({ ...body, message: { ts: '2.1', thread_ts: '1.1' } }).threadTs).toBe('1.1');
  expect(readInteractionOrigin({ ...body, message: { ts: '1.1', thread_ts: '1.1' } }).threadTs).toBeNull();
  expect(readInteractionOrigin({ ...body, message: { ts: '1.1' } }).threadTs).toBeNull();
});

test('names near to what was typed are offered, and none that is far from it', () => {
  const names = ['ask', 'digest', 'watch', 'settings'];

  expect(nearestNames('digset', names)).toEqual(['digest']);
  expect(nearestNames('set', names)).toContain('settings');
  expect(nearestNames('frobnicate', names)).toEqual([]);
});

test.each([
  ['an admin of the workspace', true, { team_id: 'T1', is_admin: true }],
  ['an owner', true, { team_id: 'T1', is_owner: true }],
  [
    'an admin of its organization',
    true,
    { team_id: 'E1', enterprise_user: { teams: ['T1'] }, is_admin: true },
  ],
  ['a member', false, { team_id: 'T1', is_admin: false }],
  ['an admin of another organization', false, { team_id: 'T2', is_admin: true, is_owner: true }],
  ['a guest', false, { team_id: 'T1', is_restricted: true, is_admin: true }],
  ['a stranger', false, { team_id: 'T1', is_stranger: true, is_admin: true }],
  ['one who left', false, { team_id: 'T1', deleted: true, is_admin: true }],
  ['nobody', false, undefined],
])('that %s may change things is %s', (_, expected, user) => {
  expect(isAdminOf('T1', user)).toBe(expected);
});
