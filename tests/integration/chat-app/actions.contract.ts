import { expect, test } from 'vitest';
import { refusalDocument } from '../../fixtures/documents.ts';
import { formAction, openReal, openScripted, runAction } from './chat-app-bench.ts';
import type { StartChatApp } from './driver.ts';

/** What buttons and forms do, and for whom. */
export function actionsContract(start: StartChatApp): void {
  rightsContract(start);
  buttonsContract(start);
  formsContract(start);
}

function rightsContract(start: StartChatApp): void {
  test('who may not run a command is told who may, and nothing changes', async () => {
    const { app, store, runs } = await openReal(start);
    const before = await store.channels.list();
    const input = { name: 'digest schedule', options: { cadence: 'daily' } };

    const { text, isPrivate } = await app.command('reader', input);

    expect(text).toContain(app.admins);
    expect(isPrivate).toBe(true);
    expect(runs.map(({ actor }) => actor.isAdmin)).toEqual([false]);
    expect(await store.channels.list()).toEqual(before);
  });

  test('who may not run a command gets no form of it, but is told who may', async () => {
    const { app } = await openReal(start);
    const offer = await app.post([formAction('settings')]);

    const { text, isPrivate } = await app.openNoForm('reader', offer, 'settings');

    expect(text).toContain(app.admins);
    expect(isPrivate).toBe(true);
  });
}

function buttonsContract(start: StartChatApp): void {
  test('a button runs its command as whoever pressed it, who alone sees the answer', async () => {
    const { app, runs } = await openScripted(start);
    const story = { name: 'story', options: { story: 's-1' } };
    const offer = await app.post([runAction('story', story.options)]);

    const answers = [await app.press('reader', offer, story), await app.press('admin', offer, story)];

    const { platform, workspaceId, channelId } = app.channel;
    const place = { platform, workspaceId, channelId };
    expect(runs).toMatchObject([
      { input: story, actor: { ...place, personId: app.people.reader, isAdmin: false } },
      { input: story, actor: { ...place, personId: app.people.admin, isAdmin: true } },
    ]);
    expect(answers.map(({ isPrivate }) => isPrivate)).toEqual([true, true]);
    expect(answers.every(({ text }) => text.includes('story it is'))).toBe(true);
  });

  test('a button whose command is too long for it finds the command all the same', async () => {
    const { app, commands, runs } = await openScripted(start);
    const story = { name: 'story', options: { story: 'Huawei OR '.repeat(400).trim() } };
    commands.answer('watch list', () => ({
      kind: 'documents',
      documents: [
        { kind: 'notice', heading: 'One', paragraphs: [], actions: [runAction('story', story.options)] },
      ],
    }));
    const offer = await app.command('reader', { name: 'watch list', options: {} });

    await app.press('reader', offer, story);

    expect(runs.at(-1)?.input).toEqual(story);
  });
}

function formsContract(start: StartChatApp): void {
  test('a form opens with what is kept now, and saves what is written over it', async () => {
    const { app, store } = await openReal(start);
    await app.command('admin', { name: 'settings', options: { cadence: 'daily' } });
    await app.command('admin', { name: 'watch add', options: { query: 'ZTE', confirm: 'true' } });
    const list = await app.command('admin', { name: 'watch list', options: {} });

    const form = await app.openForm('admin', list, 'watch edit');
    const { text } = await form.fill({ query: 'Huawei' });

    expect(form.values).toMatchObject({ query: 'ZTE', cadence: 'realtime' });
    expect(text).toContain('Huawei');
    expect(await store.watches.list()).toMatchObject([{ query: 'Huawei', channel: app.channel }]);
  });

  test('a refusal of a form says what was wrong', async () => {
    const { app, commands } = await openScripted(start);
    commands.answer('watch add', () => ({ kind: 'refused', problem: 'The query is none.' }));
    const offer = await app.post([formAction('watch add')]);
    const form = await app.openForm('admin', offer, 'watch add');

    const { text } = await form.fill({ query: 'a) query' });

    expect(text).toContain('The query is none.');
  });

  test('what the sources do not hold can be watched for: the form has the query', async () => {
    const { app, commands } = await openScripted(start);
    commands.answer('ask', () => ({ kind: 'documents', documents: [refusalDocument()] }));
    const answer = await app.mention('admin', 'What do the licenses cost?');

    const form = await app.openForm('admin', answer, 'watch add');

    expect(answer.text).toContain('My sources do not say what the licenses cost.');
    expect(form.values['query']).toBe('license cost');
  });
}
