import { expect, test } from 'vitest';
import type { CommandServices } from '../../../src/commands/command.ts';
import { createCommandRunner } from '../../../src/commands/create-command-runner.ts';
import type { Actor } from '../../../src/domain/command.ts';

const reader: Actor = { platform: 'slack', workspaceId: 'T1', personId: 'U1', isAdmin: false };

function notAsked(): never {
  throw new Error('This service was not to be asked.');
}

/** Services of which only the digest may be asked; it keeps with what it was asked for. */
function previewing() {
  const asked: { readonly all: boolean }[] = [];
  const services: CommandServices = {
    ask: notAsked,
    listSources: notAsked,
    composeDigest: async (options) => {
      asked.push(options);
      return [];
    },
    renderFor: () => [],
    findStory: notAsked,
    compareArticle: notAsked,
  };
  return { asked, runner: createCommandRunner(services) };
}

test.each([
  [{ all: 'true' }, true],
  [{ all: 'false' }, false],
  [{}, false],
])('a flag counts when it is "true": %j', async (options: Readonly<Record<string, string>>, all) => {
  const { asked, runner } = previewing();

  await runner.run({ name: 'digest preview', options }, reader);

  expect(asked).toEqual([{ all }]);
});

test.each([
  ['a flag with another value', { all: 'perhaps' }, 'Write one of: true, false.'],
  ['a value that is not among the choices', { platform: 'telegraph' }, 'Write one of: console, slack'],
  ['an option that there is not', { every: 'true' }, 'has no option "every"'],
])('%s is refused with a sentence', async (_, options: Readonly<Record<string, string>>, telling) => {
  const { asked, runner } = previewing();

  const answer = await runner.run({ name: 'digest preview', options }, reader);

  expect(answer).toMatchObject({ kind: 'refused', problem: expect.stringContaining(telling) });
  expect(asked).toEqual([]);
});
