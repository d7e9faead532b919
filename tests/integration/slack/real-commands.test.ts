import { expect, test, vi } from 'vitest';
import type { ChannelDirectory } from '../../../src/ports/channel-directory.ts';
import { listOf, objectOf } from '../../fakes/slack/json.ts';
import { commandDesk } from '../../unit/commands/command-desk.ts';
import { type SlackBot, startSlackBot } from './slack-bot.ts';

async function start(): Promise<SlackBot> {
  let bot: SlackBot | null = null;
  const directory: ChannelDirectory = {
    find: async (words, workspace) => (bot ? bot.app.directory.find(words, workspace) : null),
    nameOf: async (ref) => (bot ? bot.app.directory.nameOf(ref) : ref.channelId),
    maySee: async (ref, personId) => (bot ? bot.app.directory.maySee(ref, personId) : false),
  };
  const { runner, store, clock } = await commandDesk({ directory, listSources: async () => [] });
  bot = await startSlackBot({ commands: runner, store, clock });
  return bot;
}

const wire = (text: string, userId: string) => ({ command: '/wire', text, userId, channelId: 'C1' });

/** The action_id of the element with this value, wherever it stands. */
function actionIdOf({ slack }: SlackBot, where: string, value: string): string {
  const view = slack.views.find(({ id }) => id === where);
  const elements = (view?.blocks ?? []).flatMap((block) => listOf(block['elements']).map(objectOf));
  return String(elements.find((element) => element['value'] === value)?.['action_id'] ?? 'none');
}

test('a channel is set up, a watch is made by its form, and the Home shows and changes both', async () => {
  const started = await start();
  const { slack, store } = started;
  const lastEphemeral = () => JSON.stringify(slack.ephemerals.at(-1) ?? '');

  await slack.command(wire('settings cadence:daily zone:Europe/Berlin', 'U1'));
  await vi.waitFor(() => expect(lastEphemeral()).toContain('workspace owners and admins'));
  await slack.command(wire('settings cadence:daily zone:Europe/Berlin', 'UADMIN'));
  await vi.waitFor(() => expect(lastEphemeral()).toContain('set up'));
  const channels = await store.channels.list();
  expect(channels.find(({ ref }) => ref.channelId === 'C1')?.settings.zone).toBe('Europe/Berlin');

  await slack.command(wire('watch add', 'UADMIN'));
  await vi.waitFor(() => expect(slack.views[0]?.callbackId).toBe('wire:form'));
  const viewId = slack.views[0]?.id ?? '';
  const given = { 'option:query': { value: 'Huawei' }, 'option:confirm': { value: ['true'] } };
  await slack.submit(viewId, given, { user: 'UADMIN' });
  await vi.waitFor(async () => expect(await store.watches.list()).toHaveLength(1));
  const [watch] = await store.watches.list();
  expect(watch).toMatchObject({ query: 'Huawei', channel: { workspaceId: 'T1', channelId: 'C1' } });
  await vi.waitFor(() => expect(slack.views[0]?.callbackId).toBe(''));
  await slack.closeView(viewId, { user: 'UADMIN' });

  await slack.openHome('UADMIN');
  const home = () => slack.views.find(({ kind }) => kind === 'home');
  await vi.waitFor(() => expect(JSON.stringify(home()?.blocks ?? '')).toContain('Huawei'));
  const homeId = home()?.id ?? '';
  const remove = `run:watch remove?watch=${watch?.id}`;
  expect(actionIdOf(started, homeId, remove)).not.toBe('none');
  await slack.press(homeId, actionIdOf(started, homeId, remove), { user: 'UADMIN', value: remove });

  await vi.waitFor(async () => expect(await store.watches.list()).toEqual([]));
  await vi.waitFor(() => expect(JSON.stringify(home()?.blocks ?? '')).not.toContain('Huawei'));
  expect(slack.personErrors).toEqual([]);
  expect(started.log.sentences('error')).toEqual([]);
});

test('the form of the settings holds what they are, and what is sent unchanged changes nothing', async () => {
  const started = await start();
  const { slack, store } = started;
  await slack.command(wire('settings cadence:daily zone:Europe/Berlin', 'UADMIN'));
  await vi.waitFor(() => expect(slack.ephemerals).toHaveLength(1));
  await slack.openHome('UADMIN');
  const home = () => slack.views.find(({ kind }) => kind === 'home');
  await vi.waitFor(() => expect(JSON.stringify(home()?.blocks ?? '')).toContain('#news'));
  const before = await store.channels.list();

  const edit = 'form:settings?channel=C1';
  const homeId = home()?.id ?? '';
  await slack.press(homeId, actionIdOf(started, homeId, edit), { user: 'UADMIN', value: edit });
  await vi.waitFor(() => expect(slack.views.at(-1)?.callbackId).toBe('wire:form'));
  expect(JSON.stringify(slack.views.at(-1)?.blocks)).toContain('Europe/Berlin');
  const { payload } = await slack.submit(slack.views.at(-1)?.id ?? '', {}, { user: 'UADMIN' });

  expect(payload['response_action']).toBe('update');
  expect(JSON.stringify(payload)).toContain('Nothing changed');
  expect(await store.channels.list()).toEqual(before);
});

test('the Home of a new team says how a channel is set up, with the form for it', async () => {
  const started = await start();
  const { slack, store } = started;

  await slack.openHome('UADMIN');
  const home = () => slack.views.find(({ kind }) => kind === 'home');
  await vi.waitFor(() => expect(JSON.stringify(home()?.blocks ?? '')).toContain('Which channel?'));
  await slack.choose(home()?.id ?? '', 'home:set-up', { user: 'UADMIN', value: 'C1' });
  await vi.waitFor(() => expect(slack.views.at(-1)?.callbackId).toBe('wire:form'));
  const given = { 'option:cadence': { value: 'daily' } };
  await slack.submit(slack.views.at(-1)?.id ?? '', given, { user: 'UADMIN' });

  await vi.waitFor(() => expect(JSON.stringify(home()?.blocks ?? '')).toContain('#news'));
  expect((await store.channels.list()).map(({ ref }) => ref.channelId)).toContain('C1');
});
