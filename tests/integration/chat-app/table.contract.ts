import { expect, test } from 'vitest';
import { commandDefinitions } from '../../../src/commands/create-command-runner.ts';
import { formAction, openReal, openScripted, someValues } from './chat-app-bench.ts';
import type { StartChatApp } from './driver.ts';

const withOptions = commandDefinitions.filter(({ options }) => options.length > 0);

/** All that stands in the table of commands can be given, by people who know nothing of it. */
export function tableContract(start: StartChatApp): void {
  test('every command of the table can be given with all its options', async () => {
    const { app, runs } = await openScripted(start, commandDefinitions);
    const inputs = commandDefinitions.map(({ name, options }) => {
      return { name, options: someValues({ options }, app) };
    });

    for (const input of inputs) await app.command('admin', input);

    expect(runs.map(({ input }) => input)).toEqual(inputs);
    expect(runs.every(({ actor }) => actor.isAdmin)).toBe(true);
  });

  test.each([
    ['what is written in it', true],
    ['what stood in it', false],
  ])('the form of every command brings %s', async (_, isWritten) => {
    const { app, runs } = await openScripted(start, commandDefinitions);
    const inputs = withOptions.map(({ name, options }) => {
      return { name, options: someValues({ options }, app) };
    });

    for (const { name, options } of inputs) {
      const offer = await app.post([formAction(name, isWritten ? {} : options)]);
      const form = await app.openForm('admin', offer, name);
      await form.fill(isWritten ? options : {});
    }

    expect(runs.map(({ input }) => input)).toEqual(inputs);
  });

  test('an option is completed while it is typed', async () => {
    const { app } = await openScripted(start);

    const choices = await app.complete('reader', { name: 'story', options: { story: 'hua' } }, 'story');

    expect(choices).toEqual([{ label: 'story like hua', value: 'story-1' }]);
  });

  test('a watch is completed from what is kept', async () => {
    const { app, store } = await openReal(start);
    await app.command('admin', { name: 'settings', options: { cadence: 'daily' } });
    await app.command('admin', { name: 'watch add', options: { query: 'ZTE', confirm: 'true' } });
    const [watch] = await store.watches.list();

    const choices = await app.complete('admin', { name: 'watch edit', options: { watch: 'zt' } }, 'watch');

    expect(choices).toEqual([{ label: 'ZTE', value: watch?.id }]);
  });

  test('a mistyped command runs nothing, and is answered with what may have been meant', async () => {
    const { app, runs } = await openScripted(start, commandDefinitions);

    const answer = await app.mistype('reader', 'watch lst');

    expect(answer === null || answer.text.includes('watch list')).toBe(true);
    expect(answer?.isPrivate).not.toBe(false);
    expect(runs).toEqual([]);
  });

  test('help on a mistyped command says what may have been meant', async () => {
    const { app } = await openReal(start);

    const { text } = await app.command('reader', { name: 'help', options: { command: 'watch lst' } });

    expect(text).toContain('Did you mean');
    expect(text).toContain('watch list');
  });
}
