import { expect, test } from 'vitest';
import { requireConfig } from '../../../src/cli/session.ts';

const options = { data: null, config: null };

test('only the environment that is given counts', () => {
  const none = requireConfig({ ...options, env: {} });
  const given = requireConfig({ ...options, env: { OPENAI_API_KEY: 'sk-example' } });

  expect(none.languageModel).toBeNull();
  expect(given.languageModel).not.toBeNull();
  expect(() => requireConfig({ ...options, env: { SLACK_BOT_TOKEN: 'bad' } })).toThrow('SLACK_BOT_TOKEN');
});
