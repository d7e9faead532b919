import { expect, test } from 'vitest';
import { filledIn, submitProblem } from '../../../fakes/slack/people/form-state.ts';
import type { SlackView } from '../../../fakes/slack/records.ts';
import { socketApp } from './bolt-for-test.ts';
import { codeOf, modal, plain, slackForTest } from './slack-for-test.ts';

const option = (value: string) => ({ text: plain(value), value });
const input = (id: string, element: object, more: object = {}) => ({
  ...{ type: 'input', block_id: id, label: plain(id), element: { action_id: 'value', ...element }, ...more },
});

function formOf(...blocks: readonly ReturnType<typeof input>[]): SlackView {
  return {
    ...{ id: 'V1', teamId: 'T1', userId: 'U1', channelId: 'C1', kind: 'modal', hash: 'h', callbackId: '' },
    ...{ externalId: '', privateMetadata: '', title: '', view: {}, rootViewId: 'V1', previousViewId: null },
    ...{ errors: {}, blocks },
  };
}

const all = formOf(
  input('text', { type: 'plain_text_input', initial_value: 'as it was' }),
  input('choice', {
    type: 'static_select',
    options: [option('a'), option('b')],
    initial_option: option('a'),
  }),
  input('flags', { type: 'checkboxes', options: [option('x'), option('y')] }, { optional: true }),
  input('story', { type: 'external_select' }, { optional: true }),
  input('channel', { type: 'conversations_select', default_to_current_conversation: true }),
  input('people', { type: 'multi_users_select' }, { optional: true }),
);

test('a form that is left alone has its initial values, and the conversation it was opened in', () => {
  expect(filledIn(all, {})).toEqual({
    text: { value: { type: 'plain_text_input', value: 'as it was' } },
    choice: { value: { type: 'static_select', selected_option: option('a') } },
    flags: { value: { type: 'checkboxes', selected_options: [] } },
    story: { value: { type: 'external_select', selected_option: null } },
    channel: { value: { type: 'conversations_select', selected_conversation: 'C1' } },
    people: { value: { type: 'multi_users_select', selected_users: [] } },
  });
  expect(submitProblem(all, filledIn(all, {}))).toBeNull();
});

test('what is filled in stands as Slack says it', () => {
  const values = filledIn(all, {
    text: { value: 'other' },
    choice: { value: 'b' },
    flags: { value: ['x', 'y'] },
    story: { value: 's1' },
    channel: { value: 'C2' },
    people: { value: ['U1'] },
  });

  expect(values).toMatchObject({
    text: { value: { value: 'other' } },
    choice: { value: { selected_option: option('b') } },
    flags: { value: { selected_options: [option('x'), option('y')] } },
    story: { value: { selected_option: { value: 's1' } } },
    channel: { value: { selected_conversation: 'C2' } },
    people: { value: { selected_users: ['U1'] } },
  });
  expect(() => filledIn(all, { choice: { value: 'c' } })).toThrow('value has no option c to choose');
});

test('what is required cannot be left empty, and a text has its length', () => {
  const short = formOf(input('text', { type: 'plain_text_input', max_length: 3 }));
  const problemOf = (value: string | null) => submitProblem(short, filledIn(short, { text: { value } }));

  expect(problemOf('abc')).toBeNull();
  expect(problemOf('abcd')).toBe('text takes 3 characters at the most.');
  expect(problemOf(null)).toBe('text must be filled in.');
});

test('a select with response_url_enabled brings an address for answers in what was chosen', async () => {
  const slack = await slackForTest();
  const app = await socketApp(slack, (listening) => {
    listening.command('/wire', ({ ack }) => ack());
    listening.view('form', ({ ack }) => ack());
  });
  const element = { type: 'conversations_select' as const, action_id: 'value', response_url_enabled: true };
  const blocks = [{ type: 'input' as const, block_id: 'where', label: plain('Where'), element }];
  const { body } = await slack.command({ command: '/wire', text: '', userId: 'U1', channelId: 'C1' });
  const { view } = await app.client.views.open({
    ...{ trigger_id: String(body['trigger_id']), view: { ...modal(), blocks } },
  });

  const delivery = await slack.submit(view?.id ?? '', { where: { value: 'C1' } }, { user: 'U1' });

  expect(delivery.body['response_urls']).toMatchObject([
    {
      block_id: 'where',
      action_id: 'value',
      channel_id: 'C1',
      response_url: expect.stringContaining('/actions/T1/'),
    },
  ]);
});

test('a modal has two more on it at the most, and its external_id is its own', async () => {
  const slack = await slackForTest();
  const app = await socketApp(slack, (listening) => {
    listening.command('/wire', ({ ack }) => ack());
    listening.action('more', ({ ack }) => ack());
  });
  const element = { type: 'button' as const, action_id: 'more', text: plain('More') };
  const page = { ...modal(), blocks: [{ type: 'actions' as const, elements: [element] }] };
  const triggerOf = async (viewId: string) =>
    String((await slack.press(viewId, 'more', { user: 'U1' })).body['trigger_id']);
  const push = async (more: object) => {
    const trigger_id = await triggerOf(slack.views.at(-1)?.id ?? '');
    return app.client.views.push({ trigger_id, view: { ...page, ...more } });
  };
  const { body } = await slack.command({ command: '/wire', text: '', userId: 'U1', channelId: 'C1' });
  const view = { ...page, external_id: 'first' };
  await app.client.views.open({ trigger_id: String(body['trigger_id']), view });

  expect(await codeOf(push({ external_id: 'first' }))).toBe('duplicate_external_id');
  await push({});
  await push({});
  expect(await codeOf(push({}))).toBe('push_limit_reached');
  expect(slack.views).toHaveLength(3);
  await app.client.views.update({ external_id: 'first', view: { ...page, title: plain('New') } });
  expect(slack.views[0]?.title).toBe('New');
});
