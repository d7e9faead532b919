import { expect, test } from 'vitest';
import { actorOf, consoleActor } from '../../../src/cli/console-actor.ts';
import { UsageError } from '../../../src/cli/usage-error.ts';

test('the actor is the admin of the console, in its journal', () => {
  expect(actorOf('console')).toEqual(consoleActor);
  expect(consoleActor).toMatchObject({ channelId: 'journal', isAdmin: true, conversationId: null });
});

test('the actor of a workspace of a platform is in no channel', () => {
  expect(actorOf('slack:T1')).toMatchObject({ platform: 'slack', workspaceId: 'T1', channelId: null });
});

test.each(['T1', 'slack:', 'web:T1', ''])('%j is no workspace', (words) => {
  expect(() => actorOf(words)).toThrow(UsageError);
});
