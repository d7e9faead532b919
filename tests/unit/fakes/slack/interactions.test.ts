import { expect, test } from 'vitest';
import { eventually, socketApp } from './bolt-for-test.ts';
import { actions, button, clientOf, codeOf, plain, slackForTest } from './slack-for-test.ts';

const select = {
  type: 'static_select' as const,
  action_id: 'open',
  options: [
    { text: plain('First'), value: 's1' },
    { text: plain('Second'), value: 's2' },
  ],
};

test('a button that is pressed brings its value, its message and an address for answers', async () => {
  const slack = await slackForTest();
  const app = await socketApp(slack, (listening) =>
    listening.action('wire:0', async ({ ack, respond, action, body }) => {
      await ack();
      const value = action.type === 'button' ? action.value : '';
      await respond({ text: `${value} in ${body.channel?.id}`, replace_original: false });
    }),
  );
  const { ts = '' } = await app.client.chat.postMessage({
    ...{ channel: 'C1', text: 'a', blocks: [actions(button('wire:0', 'v0'), button('wire:1', 'v1'))] },
  });

  expect(await slack.press(ts, 'wire:0', { user: 'U1' })).toMatchObject({ outcome: 'acked' });

  await eventually(() => expect(slack.ephemerals).toMatchObject([{ user: 'U1', text: 'v0 in C1' }]));
  await expect(slack.press(ts, 'wire:9', { user: 'U1' })).rejects.toThrow(
    'Nothing here has the action_id wire:9.',
  );
  await expect(slack.press(ts, 'wire:0', { user: 'U1', value: 'v1' })).rejects.toThrow('has the value v1');
});

test('a select brings the option, and its message can be replaced', async () => {
  const slack = await slackForTest();
  const app = await socketApp(slack, (listening) =>
    listening.action('open', async ({ ack, respond, action }) => {
      await ack();
      const chosen = action.type === 'static_select' ? action.selected_option.value : '';
      await respond({ text: `Opened ${chosen}`, replace_original: true });
    }),
  );
  const blocks = [{ type: 'actions', elements: [select] }];
  const { ts = '' } = await app.client.chat.postMessage({ channel: 'C1', text: 'a', blocks });

  await slack.choose(ts, 'open', { user: 'U1', value: 's2' });

  await eventually(() => expect(slack.messages).toMatchObject([{ ts, text: 'Opened s2', blocks: [] }]));
  await expect(slack.choose(ts, 'open', { user: 'U1', value: 's2' })).rejects.toThrow('Nothing here has');
});

test('feedback buttons and an overflow menu bring what was chosen', async () => {
  const slack = await slackForTest();
  const seen: unknown[] = [];
  const app = await socketApp(slack, (listening) =>
    listening.action(/^wire:/, async ({ ack, body }) => {
      await ack();
      seen.push(Object(body)['actions']);
    }),
  );
  const side = (text: string) => ({ text: plain(text), value: text });
  const feedback = {
    type: 'feedback_buttons',
    action_id: 'wire:f',
    positive_button: side('good'),
    negative_button: side('bad'),
  };
  const overflow = { ...select, type: 'overflow', action_id: 'wire:o' };
  const blocks = [
    { type: 'context_actions', elements: [feedback] },
    { type: 'actions', elements: [overflow] },
  ];
  const { ts = '' } = await app.client.chat.postMessage({ channel: 'C1', text: 'a', blocks });

  await slack.press(ts, 'wire:f', { user: 'U1', value: 'bad' });
  await slack.choose(ts, 'wire:o', { user: 'U1', value: 's2' });

  expect(seen).toMatchObject([
    [{ type: 'feedback_buttons', value: 'bad' }],
    [{ type: 'overflow', selected_option: { value: 's2' } }],
  ]);
  await expect(slack.press(ts, 'wire:f', { user: 'U1', value: 'other' })).rejects.toThrow(
    'has the value other',
  );
});

test('an ephemeral can be clicked and then deleted', async () => {
  const slack = await slackForTest();
  const app = await socketApp(slack, (listening) =>
    listening.action('wire:0', async ({ ack, respond, body }) => {
      await ack();
      expect(body).toMatchObject({ container: { is_ephemeral: true } });
      await respond({ delete_original: true });
    }),
  );
  const blocks = [actions(button('wire:0', 'v0'))];
  await app.client.chat.postEphemeral({ channel: 'C1', user: 'U1', text: 'a', blocks });

  await slack.press(slack.ephemerals[0]?.ts ?? '', 'wire:0', { user: 'U1' });

  await eventually(() => expect(slack.ephemerals).toEqual([]));
});

test('a response_url works five times', async () => {
  const slack = await slackForTest();
  const respond = await responder(slack);
  for (let count = 0; count < 5; count += 1) expect(await respond({ text: 'a' })).toBe(200);

  expect(await respond({ text: 'a' })).toBe(404);
  expect(slack.responses.map(({ refusedWith }) => refusedWith)).toEqual([
    null,
    null,
    null,
    null,
    null,
    'used_url',
  ]);
  expect(slack.ephemerals).toHaveLength(5);
});

test('a response_url lives for half an hour, and takes no message that Slack would not show', async () => {
  let nowMs = 1_700_000_000_000;
  const slack = await slackForTest({ nowMs: () => nowMs });
  const respond = await responder(slack);

  expect(await respond({ text: 'a', blocks: [{ type: 'banner' }] })).toBe(400);
  nowMs += 30 * 60_000;
  expect(await respond({ text: 'a' })).toBe(200);
  nowMs += 1;
  expect(await respond({ text: 'a' })).toBe(404);

  expect(slack.responses.map(({ refusedWith }) => refusedWith)).toEqual([
    'invalid_blocks',
    null,
    'expired_url',
  ]);
});

/** Posts to the response_url of a command, and answers with the status. */
async function responder(slack: Awaited<ReturnType<typeof slackForTest>>) {
  await socketApp(slack, (app) => app.command('/wire', ({ ack }) => ack()));
  const { body } = await slack.command({ command: '/wire', text: '', userId: 'U1', channelId: 'C1' });
  return async (message: object): Promise<number> => {
    const sent = { method: 'POST', body: JSON.stringify(message) };
    return (await fetch(String(body['response_url']), sent)).status;
  };
}

test('a message shortcut brings the message', async () => {
  const slack = await slackForTest();
  const seen: unknown[] = [];
  await socketApp(slack, (app) =>
    app.shortcut('compare', async ({ ack, shortcut }) => {
      await ack();
      seen.push(shortcut.type === 'message_action' ? shortcut.message.text : 'global');
    }),
  );
  const { ts } = await slack.say('Compare this', { channel: 'C1', user: 'U1' });

  await slack.shortcut('compare', ts, { user: 'U1' });
  await slack.globalShortcut('compare', { user: 'U1' });

  expect(seen).toEqual(['Compare this', 'global']);
});

test('options that a select asks for are answered, and too many are not shown', async () => {
  const slack = await slackForTest();
  const option = (value: string) => ({ text: plain(value), value });
  const app = await socketApp(slack, (listening) =>
    listening.options('story', async ({ ack, payload }) => {
      const count = payload.value === 'all' ? 101 : 2;
      await ack({ options: Array.from({ length: count }, (_, index) => option(`s${index}`)) });
    }),
  );
  const external = { type: 'external_select' as const, action_id: 'story', min_query_length: 2 };
  const blocks = [{ type: 'actions', block_id: 'b', elements: [external] }];
  const { ts = '' } = await app.client.chat.postMessage({ channel: 'C1', text: 'a', blocks });
  const suggest = (value: string) =>
    slack.suggest({ actionId: 'story', blockId: 'b', value, user: 'U1', messageTs: ts });

  expect((await suggest('fine')).payload).toEqual({ options: [option('s0'), option('s1')] });
  expect(slack.personErrors).toEqual([]);
  await suggest('all');
  expect(slack.personErrors).toMatchObject([
    { error: 'no more than 100 items allowed [json-pointer:/options]' },
  ]);
  await expect(suggest('a')).rejects.toThrow('asks only after 2 characters');
});

test('a status needs its thread, and prompts are four at the most', async () => {
  const slack = await slackForTest({ ackDeadlineMs: 1 });
  const client = clientOf(slack);
  await slack.directMessage('Hello', { user: 'U1' });
  const [message] = slack.messages;
  const channel_id = message?.channel ?? '';
  const prompts = (count: number) => Array.from({ length: count }, () => ({ title: 't', message: 'm' }));
  const suggest = (count: number, thread_ts?: string) =>
    client.assistant.threads.setSuggestedPrompts({
      ...{ channel_id, prompts: [{ title: 't', message: 'm' }, ...prompts(count - 1)] },
      ...(thread_ts ? { thread_ts } : {}),
    });

  await client.assistant.threads.setStatus({
    channel_id,
    thread_ts: message?.ts ?? '',
    status: 'is reading…',
  });
  await suggest(4);
  // Silently without effect for an app with agent_view.
  await suggest(1, message?.ts);

  expect(slack.statuses).toEqual([{ channel: channel_id, threadTs: message?.ts, status: 'is reading…' }]);
  expect(slack.prompts).toEqual([{ channel: channel_id, title: '', prompts: prompts(4) }]);
  expect(await codeOf(suggest(5))).toBe('invalid_arguments');
  const lost = client.assistant.threads.setStatus({ channel_id, thread_ts: '1.000001', status: 'a' });
  expect(await codeOf(lost)).toBe('invalid_thread_ts');
});
