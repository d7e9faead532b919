import { expect, test } from 'vitest';
import { readInteraction } from '../../../../../adapters/discord/read-interaction.ts';

const base = { id: '1', application_id: '2', token: 't', channel_id: '3', guild_id: '4', locale: 'de' };
const member = { user: { id: '5' }, permissions: '32', roles: ['6'] };

test('a command with a subcommand is one of two words', () => {
  const options = [{ type: 1, name: 'preview', options: [{ type: 5, name: 'all', value: true }] }];
  const body = { ...base, member, type: 2, data: { type: 1, name: 'digest', options } };

  expect(readInteraction(body, 7)).toEqual({
    ...{ id: '1', applicationId: '2', token: 't', atMs: 7, channels: [] },
    here: { id: '3', name: '3', botPermissions: null },
    deed: {
      kind: 'command',
      name: 'digest preview',
      options: [{ name: 'all', value: true, isFocused: false }],
    },
    origin: {
      ...{ guildId: '4', personId: '5', placeId: '3', parentId: null, deliveryKey: null, locale: 'de' },
      ...{ permissions: 32n, roleIds: ['6'] },
    },
  });
});

test('a thread is known with its channel', () => {
  const channel = { id: '3', type: 11, parent_id: '33' };
  const body = { ...base, member, channel, type: 2, data: { type: 1, name: 'ask' } };

  expect(readInteraction(body, 0)?.origin).toMatchObject({ placeId: '3', parentId: '33' });
});

test("a category is no thread's channel", () => {
  const channel = { id: '3', type: 0, parent_id: '33' };
  const body = { ...base, member, channel, type: 2, data: { type: 1, name: 'ask' } };

  expect(readInteraction(body, 0)?.origin.parentId).toBeNull();
});

test('a chosen channel brings what the bot may do in it', () => {
  const resolved = { channels: { 9: { id: '9', name: 'news', app_permissions: '2048' }, 8: { id: '8' } } };
  const body = { ...base, member, type: 2, data: { type: 1, name: 'settings', resolved } };

  expect(readInteraction(body, 0)?.channels).toEqual([
    { id: '8', name: '8', botPermissions: null },
    { id: '9', name: 'news', botPermissions: 2048n },
  ]);
});

test('where it was done brings what the bot may do there, and direct messages do not', () => {
  const channel = { id: '3', type: 0, name: 'news' };
  const body = { ...base, member, channel, app_permissions: '2048', type: 2, data: { type: 1, name: 'ask' } };

  expect(readInteraction(body, 0)?.here).toEqual({ id: '3', name: 'news', botPermissions: 2048n });
  expect(readInteraction({ ...body, guild_id: undefined }, 0)?.here).toBeNull();
});

test('the key of the delivery stands beside what is pressed under it', () => {
  const components = [{ type: 17, components: [{ type: 1, components: [{ custom_id: 'why:k1/2/3' }] }] }];
  const body = {
    ...base,
    user: { id: '5' },
    type: 3,
    data: { custom_id: 'run:help?' },
    message: { components },
  };

  expect(readInteraction(body, 0)).toMatchObject({
    deed: { kind: 'press', value: 'run:help?' },
    origin: { personId: '5', deliveryKey: 'k1' },
  });
});

test('the menu of a message of the bot reads what it shows', () => {
  const messages = { 9: { content: '', components: [{ components: [{ type: 10, content: 'Shown' }] }] } };
  const data = { type: 3, name: 'Compare', target_id: '9', resolved: { messages } };

  expect(readInteraction({ ...base, member, type: 2, data }, 0)?.deed).toEqual({
    kind: 'menu',
    text: 'Shown',
  });
});

test('the menu of a message with embeds alone reads those', () => {
  const messages = { 9: { content: '', embeds: [{ url: 'https://a.example', title: 'Title' }] } };
  const data = { type: 3, name: 'Compare', target_id: '9', resolved: { messages } };

  expect(readInteraction({ ...base, member, type: 2, data }, 0)?.deed).toEqual({
    kind: 'menu',
    text: 'https://a.example\nTitle',
  });
});

test('fields of a modal are read in labels and in rows', () => {
  const components = [
    { type: 18, component: { type: 3, custom_id: 'cadence', values: ['digest'] } },
    { type: 1, components: [{ type: 4, custom_id: 'query', value: 'ZTE' }] },
  ];
  const body = { ...base, member, type: 5, data: { custom_id: 'fill:0:a', components } };

  expect(readInteraction(body, 0)?.deed).toEqual({
    ...{ kind: 'submit', customId: 'fill:0:a' },
    fields: { cadence: ['digest'], query: 'ZTE' },
  });
});

test.each([
  ['nothing', null],
  ['a text', 'text'],
  ['a ping', { ...base, type: 1 }],
  ['a kind that is not known', { ...base, type: 99, data: {} }],
  ['a menu of a person', { ...base, type: 2, data: { type: 2, name: 'x' } }],
  ['one without a token', { ...base, token: undefined, type: 2, data: { type: 1, name: 'ask' } }],
])('%s is no interaction of ours', (_, body) => {
  expect(readInteraction(body, 0)).toBeNull();
});
