import { expect, test } from 'vitest';
import { explainDelivery } from '../../../../../adapters/discord/explain-delivery.ts';
import {
  findForm,
  keepForm,
  modalId,
  openerId,
  placeOfModalId,
  placeOfOpenerId,
} from '../../../../../adapters/discord/form-state.ts';
import { gatewayProblem } from '../../../../../adapters/discord/gateway-problem.ts';
import { leadsShards } from '../../../../../adapters/discord/sharding.ts';
import { languages } from '../../../../../src/domain/words/words.ts';
import { alertDocument, digestDocument, storyEntry } from '../../../../fixtures/documents.ts';

test('a form on its way is found again by the key that it was kept under', async () => {
  const texts = new Map<string, string>();
  const chat = {
    keep: async (text: string) => {
      texts.set('0123456789abcdef', text);
      return '0123456789abcdef';
    },
    kept: async (key: string) => texts.get(key) ?? null,
  };
  const state = {
    command: 'settings',
    values: { zone: 'UTC' },
    given: { zone: 'UTC' },
    filled: { style: 'a: "b"' },
  };

  const key = await keepForm(state, chat);

  expect(await findForm(key, chat)).toEqual(state);
  expect(placeOfModalId(modalId({ page: 2, key }))).toEqual({ page: 2, key });
  expect(placeOfOpenerId(openerId({ page: 1, key }))).toEqual({ page: 1, key });
});

test('what is kept of a button is no form', async () => {
  const chat = { kept: async () => 'run:story?story=S1' };

  expect(await findForm('0123456789abcdef', chat)).toBeNull();
  expect(placeOfModalId('run:story?story=S1')).toBeNull();
});

test.each([4004, 4010, 4011, 4012, 4013, 4014, 4999])('close code %i is told with what to do', (code) => {
  expect(gatewayProblem(code)).toMatch(/[A-Z].*\. .*\.$/);
});

test('what discord.js says of a refused login is told in the same words', () => {
  expect(gatewayProblem(new Error('Used disallowed intents'))).toBe(gatewayProblem(4014));
  expect(gatewayProblem(new Error('Authentication failed'))).toBe(gatewayProblem(4004));
});

test.each([
  ['a single process', {}, true],
  ['the process with the first shard', { SHARDING_MANAGER: 'true', SHARDS: '0' }, true],
  ['a process with the first shard among others', { SHARDING_MANAGER: 'true', SHARDS: '[0,1]' }, true],
  ['any other process', { SHARDING_MANAGER: 'true', SHARDS: '10' }, false],
])('%s is rightly told whether it collects', (_, environment, leads) => {
  expect(leadsShards(environment)).toBe(leads);
});

test.each(languages)('why a message came is told with what it is made of (%s)', (language) => {
  const stories = Array.from({ length: 12 }, (_, index) => storyEntry({ headline: `Headline ${index}` }));
  const { paragraphs } = explainDelivery({ document: digestDocument({ stories }) }, language);

  expect(paragraphs.filter((each) => each.startsWith('• Headline'))).toHaveLength(10);
  expect(paragraphs[0]).toContain('12');
  expect(paragraphs.at(-1)).toContain('2');
});

test("why an alert came is told by the alert's own reason", () => {
  const { paragraphs } = explainDelivery({ document: alertDocument({ reason: 'It says ZTE.' }) }, 'en');

  expect(paragraphs).toContain('It says ZTE.');
});
