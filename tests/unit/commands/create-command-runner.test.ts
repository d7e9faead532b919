import { expect, test } from 'vitest';
import { commandDesk, reader } from './command-desk.ts';

/** Services of which only the digest may be asked; it keeps with what it was asked for. */
async function previewing() {
  const asked: { readonly all: boolean }[] = [];
  const { run } = await commandDesk({
    previewDigest: async (_channel, options) => {
      asked.push(options);
      return [];
    },
    renderFor: () => [],
  });
  return { asked, run };
}

test.each([
  [{ all: 'true' }, true],
  [{ all: 'false' }, false],
  [{}, false],
])('a flag counts when it is "true": %j', async (options: Readonly<Record<string, string>>, all) => {
  const { asked, run } = await previewing();

  await run('digest preview', options, reader);

  expect(asked).toEqual([{ all }]);
});

test.each([
  ['a flag with another value', { all: 'perhaps' }, 'Write one of: true, false.'],
  ['a value that is not among the choices', { platform: 'telegraph' }, 'Write one of: console, slack'],
  ['an option that there is not', { every: 'true' }, 'has no option "every"'],
])('%s is refused with a sentence', async (_, options: Readonly<Record<string, string>>, telling) => {
  const { asked, run } = await previewing();

  const answer = await run('digest preview', options, reader);

  expect(answer).toMatchObject({ kind: 'refused', problem: expect.stringContaining(telling) });
  expect(asked).toEqual([]);
});
