import { expect, test } from 'vitest';
import { loadOpenapiCheck, loadSchemaCheck, openapiIsAbsent } from '../../../fakes/discord/openapi-check.ts';

const check = loadOpenapiCheck();
const create = ['POST', '/channels/:channel/messages'] as const;
const row = (button: object) => ({ components: [{ type: 1, components: [button] }] });

test.skipIf(check === null)(
  `Discord's own description takes what is right and says what is wrong${check ? '' : `: ${openapiIsAbsent}`}`,
  () => {
    const problems = (method: string, route: string, body: unknown) => check?.(method, route, body) ?? [];

    expect(
      problems(...create, {
        content: 'a',
        allowed_mentions: { parse: [] },
        ...row({ type: 2, style: 1, custom_id: 'a', label: 'b' }),
      }),
    ).toEqual([]);
    expect(problems(...create, row({ type: 2, style: 1, custom_id: 'a'.repeat(101) }))).not.toEqual([]);
    expect(problems(...create, { content: 5 })).not.toEqual([]);
    const commands = '/applications/:application/commands';
    expect(problems('PUT', commands, [{ name: 'ask', description: 'Asks.' }])).toEqual([]);
    expect(problems('PUT', commands, [{ name: 'a'.repeat(33), description: 'Asks.' }])).not.toEqual([]);
    const callback = '/interactions/:interaction/:token/callback';
    expect(problems('POST', callback, { type: 4, data: { content: 'a' } })).toEqual([]);
    expect(
      problems('POST', callback, { type: 8, data: { choices: [{ name: 'n'.repeat(101), value: 'v' }] } }),
    ).not.toEqual([]);
  },
);

test.skipIf(check === null)('a schema is checked by its name, and a name that there is not is told', () => {
  const modal = { custom_id: 'a', title: 'b', components: [{ type: 10, content: 'c' }] };

  expect(loadSchemaCheck('ModalInteractionCallbackRequestData')?.(modal)).toEqual([]);
  expect(loadSchemaCheck('ModalInteractionCallbackRequestData')?.({ ...modal, title: '' })).not.toEqual([]);
  expect(() => loadSchemaCheck('NoSuchSchema')?.(modal)).toThrow('NoSuchSchema');
});
