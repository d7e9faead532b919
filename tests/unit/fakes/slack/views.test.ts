import type { ViewOutput } from '@slack/bolt';
import { expect, test } from 'vitest';
import type { FakeSlack } from '../../../fakes/slack/fake-slack.ts';
import { eventually, socketApp } from './bolt-for-test.ts';
import { clientOf, codeOf, modal, plain, refusalOf, slackForTest } from './slack-for-test.ts';

async function triggerFrom(slack: FakeSlack): Promise<string> {
  const { body } = await slack.command({ command: '/wire', text: '', userId: 'U1', channelId: 'C1' });
  return String(body['trigger_id']);
}

/** A fake with an app that acks commands, and answers the form as told. */
async function withForm(answer: (view: ViewOutput) => object | undefined, nowMs = Date.now) {
  const slack = await slackForTest({ nowMs });
  const seen: ViewOutput[] = [];
  const app = await socketApp(slack, (listening) => {
    listening.command('/wire', ({ ack }) => ack());
    listening.view({ callback_id: 'form', type: 'view_submission' }, async ({ ack, view }) => {
      seen.push(view);
      const response = answer(view);
      await (response ? ack(Object(response)) : ack());
    });
  });
  return { slack, app, seen };
}

test('a trigger opens one modal, within three seconds', async () => {
  let nowMs = 1_700_000_000_000;
  const { slack, app } = await withForm(
    () => undefined,
    () => nowMs,
  );
  const used = await triggerFrom(slack);
  nowMs += 3_000;
  await app.client.views.open({ trigger_id: used, view: modal() });
  expect(await codeOf(app.client.views.open({ trigger_id: used, view: modal() }))).toBe(
    'exchanged_trigger_id',
  );

  const late = await triggerFrom(slack);
  nowMs += 3_001;
  expect(await codeOf(app.client.views.open({ trigger_id: late, view: modal() }))).toBe('expired_trigger_id');
  expect(await codeOf(app.client.views.open({ trigger_id: 'x', view: modal() }))).toBe('invalid_trigger_id');
});

test('a modal that Slack would not show is refused with the place', async () => {
  const { slack, app } = await withForm(() => undefined);
  const view = { ...modal(), title: plain('x'.repeat(25)) };

  expect(
    await refusalOf(app.client.views.open({ trigger_id: await triggerFrom(slack), view })),
  ).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: {
      messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
    },
  });
  expect(slack.views).toEqual([]);
});

test('a form is submitted with its values and closes', async () => {
  const { slack, app, seen } = await withForm(() => undefined);
  const opened = await app.client.views.open({ trigger_id: await triggerFrom(slack), view: modal() });
  const id = opened.view?.id ?? '';

  await expect(slack.submit(id, {}, { user: 'U1' })).rejects.toThrow('field must be filled in');
  await expect(slack.submit(id, { other: { value: 'a' } }, { user: 'U1' })).rejects.toThrow(
    'has no field other value',
  );
  await slack.submit(id, { field: { value: 'Huawei' } }, { user: 'U1' });

  expect(seen).toMatchObject([{ state: { values: { field: { value: { value: 'Huawei' } } } } }]);
  expect(slack.views).toEqual([]);
});

test('errors are shown at their field, and the modal stays', async () => {
  const { slack, app } = await withForm(() => ({
    response_action: 'errors',
    errors: { field: 'Too short.' },
  }));
  await app.client.views.open({ trigger_id: await triggerFrom(slack), view: modal() });

  await slack.submit(slack.views[0]?.id ?? '', { field: { value: 'a' } }, { user: 'U1' });

  expect(slack.views).toMatchObject([{ errors: { field: 'Too short.' } }]);
});

test('errors for a field that is not there are shown to nobody', async () => {
  const { slack, app } = await withForm(() => ({
    response_action: 'errors',
    errors: { other: 'Too short.' },
  }));
  await app.client.views.open({ trigger_id: await triggerFrom(slack), view: modal() });

  await slack.submit(slack.views[0]?.id ?? '', { field: { value: 'a' } }, { user: 'U1' });

  expect(slack.personErrors).toMatchObject([
    { userId: 'U1', error: expect.stringContaining('invalid_errors') },
  ]);
});

test('an ack updates the modal, pushes another on it, or clears all', async () => {
  const answers = [
    { response_action: 'update', view: { ...modal(), title: plain('Second') } },
    { response_action: 'push', view: { ...modal(), title: plain('Third') } },
    { response_action: 'clear' },
  ];
  const { slack, app } = await withForm(() => answers.shift());
  await app.client.views.open({ trigger_id: await triggerFrom(slack), view: modal() });
  const submitTop = () =>
    slack.submit(slack.views.at(-1)?.id ?? '', { field: { value: 'a' } }, { user: 'U1' });

  await submitTop();
  expect(slack.views.map(({ title }) => title)).toEqual(['Second']);
  await submitTop();
  expect(slack.views.map(({ title }) => title)).toEqual(['Second', 'Third']);
  expect(slack.views[1]?.previousViewId).toBe(slack.views[0]?.id);
  await submitTop();
  expect(slack.views).toEqual([]);
});

test('an ack with a view that Slack would not show leaves the modal, and the person sees an error', async () => {
  const { slack, app } = await withForm(() => ({
    response_action: 'update',
    view: { type: 'modal', blocks: [] },
  }));
  await app.client.views.open({ trigger_id: await triggerFrom(slack), view: modal() });

  await slack.submit(slack.views[0]?.id ?? '', { field: { value: 'a' } }, { user: 'U1' });

  expect(slack.views.map(({ title }) => title)).toEqual(['Form']);
  expect(slack.personErrors).toMatchObject([
    { error: expect.stringContaining('missing required field: title') },
  ]);
});

test('an update with an old hash is refused', async () => {
  const { slack, app } = await withForm(() => undefined);
  const { view } = await app.client.views.open({ trigger_id: await triggerFrom(slack), view: modal() });
  const update = () =>
    app.client.views.update({
      view_id: view?.id ?? '',
      hash: view?.hash ?? '',
      view: { ...modal(), title: plain('New') },
    });

  await update();

  expect(await codeOf(update())).toBe('hash_conflict');
  expect(await codeOf(app.client.views.update({ view_id: 'V999', view: modal() }))).toBe('not_found');
  expect(slack.views.map(({ title }) => title)).toEqual(['New']);
});

test('a Home is published, read again when it is opened, and replaced', async () => {
  const slack = await slackForTest();
  const seen: unknown[] = [];
  const app = await socketApp(slack, (listening) =>
    listening.event(
      'app_home_opened',
      async ({ event }) => void seen.push([event.tab, event.view?.blocks.length]),
    ),
  );
  const publish = (count: number) => {
    const blocks = Array.from({ length: count }, () => ({ type: 'divider' }));
    return app.client.views.publish({ user_id: 'U1', view: { type: 'home', blocks } });
  };

  await slack.openHome('U1');
  await publish(1);
  await publish(2);
  await slack.openHome('U1');
  await slack.openMessagesTab('U1');

  await eventually(() =>
    expect(seen).toEqual([
      ['home', undefined],
      ['home', 2],
      ['messages', undefined],
    ]),
  );
  expect(slack.views).toMatchObject([{ kind: 'home', userId: 'U1' }]);
  expect(await codeOf(publish(101))).toBe('invalid_arguments');
});

test('closing is told only to an app that wants to know', async () => {
  const { slack, app } = await withForm(() => undefined);
  app.view({ callback_id: 'form', type: 'view_closed' }, ({ ack }) => ack());
  const open = async (more: object) => {
    const trigger_id = await triggerFrom(slack);
    return (await app.client.views.open({ trigger_id, view: { ...modal(), ...more } })).view?.id ?? '';
  };

  expect(await slack.closeView(await open({}), { user: 'U1' })).toBeNull();
  const told = await slack.closeView(await open({ notify_on_close: true }), { user: 'U1' });

  expect(told?.body).toMatchObject({ type: 'view_closed', is_cleared: false });
  expect(slack.views).toEqual([]);
});

test('a file is uploaded in three steps, and then shown', async () => {
  const slack = await slackForTest();
  const client = clientOf(slack);
  const file = Buffer.from('PNG');
  const show = (id: string) =>
    client.chat.postMessage({
      channel: 'C1',
      text: 'a',
      blocks: [{ type: 'image', slack_file: { id }, alt_text: 'A chart' }],
    });

  const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({
    filename: 'a.png',
    length: 3,
  });
  expect(await codeOf(client.files.completeUploadExternal({ files: [{ id: file_id }] }))).toBe(
    'file_upload_size_mismatch',
  );
  await fetch(upload_url, { method: 'POST', body: file });
  expect(await codeOf(show(file_id))).toBe('invalid_blocks');
  await client.files.completeUploadExternal({ files: [{ id: file_id, title: 'Chart' }] });
  await show(file_id);

  expect((await client.files.info({ file: file_id })).file).toMatchObject({
    id: file_id,
    size: 3,
    mimetype: 'image/png',
  });
  expect(slack.uploads).toMatchObject([{ filename: 'a.png', title: 'Chart', isComplete: true }]);
  await client.filesUploadV2({ filename: 'b.png', file });
  expect(slack.uploads[1]?.bytes).toEqual(new Uint8Array(file));
});
