import { expect, test } from 'vitest';
import { runDemo } from '../../../src/cli/demo.ts';
import { UsageError } from '../../../src/cli/usage-error.ts';

const terminal = { out: () => undefined, err: () => undefined, isJson: false, color: false };

test.each([
  ['a data folder', { data: '/nowhere', config: null, env: {} }],
  ['a configuration', { data: null, config: '/nowhere.yaml', env: {} }],
])('the demo refuses %s, which it would not use', async (_, options) => {
  await expect(runDemo(options, terminal)).rejects.toThrow(UsageError);
});
