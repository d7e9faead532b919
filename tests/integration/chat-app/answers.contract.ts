import { expect, test } from 'vitest';
import { wordsOf } from '../../../src/domain/words/words-of.ts';
import { channelSettings } from '../../fakes/channel-settings.ts';
import { answerDocument, refusalDocument } from '../../fixtures/documents.ts';
import { openReal, openScripted } from './chat-app-bench.ts';
import type { StartChatApp } from './driver.ts';

const link = 'https://example.com/a?b=1';

/** How questions are answered, and what is done with an answer. */
export function answersContract(start: StartChatApp): void {
  questionsContract(start);
  comparingContract(start);
  feedbackContract(start);
  showingContract(start);
}

function questionsContract(start: StartChatApp): void {
  test('a question by mention keeps its conversation, which another question does not share', async () => {
    const asked: unknown[] = [];
    const { app, runs } = await openReal(start, {
      ask: async (question, earlier) => {
        asked.push([question, earlier]);
        return answerDocument({ question });
      },
    });

    const first = await app.mention('reader', 'What is new?');
    await app.mention('admin', 'And before?', first);
    await app.mention('reader', 'Who pays?');

    expect(asked).toEqual([
      ['What is new?', []],
      ['And before?', ['What is new?']],
      ['Who pays?', []],
    ]);
    expect(first.isPrivate).toBe(false);
    expect(first.text).toContain('Eleven firms were added');
    const { reader, admin } = app.people;
    expect(runs.map(({ actor }) => actor.personId)).toEqual([reader, admin, reader]);
    expect(runs.map(({ actor }) => actor.channelId)).toEqual(runs.map(() => app.channel.channelId));
  });

  test('a question by direct message is answered there, about no channel', async () => {
    const { app, runs } = await openScripted(start);

    const { text } = await app.directMessage('reader', 'What is new?');

    const { workspaceId } = app.channel;
    expect(runs).toMatchObject([
      {
        input: { name: 'ask', options: { question: 'What is new?' } },
        actor: { workspaceId, personId: app.people.reader, channelId: null, isAdmin: false },
      },
    ]);
    expect(runs[0]?.actor.conversationId).not.toBeNull();
    expect(text).toContain('ask it is');
  });

  test('a question that the platform tells of twice is answered once', async () => {
    const { app, runs } = await openScripted(start);

    const answers = await app.mentionToldTwice('reader', 'Once?');

    expect(runs.map(({ input }) => input.options)).toEqual([{ question: 'Once?' }]);
    expect(answers).toHaveLength(1);
  });
}

function comparingContract(start: StartChatApp): void {
  test.each([
    ['what its link leads to', `Look: ${link} , please`, link],
    ['its text', 'Huawei was added to the Entity List.', 'Huawei was added to the Entity List.'],
  ])('the menu of a message compares %s, for whoever chose it', async (_, text, article) => {
    const { app, runs } = await openScripted(start);

    const answer = await app.compare('reader', text);

    expect(runs.map(({ input }) => input)).toEqual([{ name: 'compare', options: { article } }]);
    expect(answer.text).toContain('compare it is');
    expect(answer.isPrivate).toBe(true);
  });
}

function feedbackContract(start: StartChatApp): void {
  test('what people say of an answer is kept once for each of them, and admins see it', async () => {
    const { app, store } = await openReal(start, { ask: async (question) => answerDocument({ question }) });
    const answer = await app.mention('reader', 'Who pays?');
    const says = (said: string) => ({
      name: 'feedback give',
      options: { says: said, question: 'Who pays?' },
    });

    await app.press('reader', answer, says('helpful'));
    await app.press('reader', answer, says('helpful'));
    await app.press('admin', answer, says('helpful'));
    const thanks = await app.press('reader', answer, says('not-helpful'));
    const list = await app.command('admin', { name: 'feedback list', options: {} });

    expect(thanks.text).toContain('Thank you, it is noted');
    expect(thanks.isPrivate).toBe(true);
    const kept = await store.feedback.list({ workspace: app.channel, limit: 9 });
    expect(new Set(kept.map(({ personId, says: said }) => `${personId} ${said}`))).toEqual(
      new Set([`${app.people.reader} not-helpful`, `${app.people.admin} helpful`]),
    );
    expect(kept).toHaveLength(2);
    expect(list.text).toContain('1 not helpful');
  });
}

function showingContract(start: StartChatApp): void {
  test('a command that fails is logged, and answered with a sentence that tells nothing of it', async () => {
    const { app, commands } = await openScripted(start);
    commands.answer('watch list', () => {
      throw new Error('The index is gone.');
    });

    const { text } = await app.command('reader', { name: 'watch list', options: {} });

    expect(text).toContain('Something went wrong on my side');
    expect(text).not.toContain('index');
    expect(app.log.records).toContainEqual(
      expect.objectContaining({
        ...{ level: 'error', sentence: 'A command failed' },
        fields: expect.objectContaining({
          platform: app.channel.platform,
          problem: 'The index is gone.',
        }),
      }),
    );
  });

  test("an answer is in the channel's language", async () => {
    const { app, commands, store, runs } = await openScripted(start);
    commands.answer('ask', () => ({ kind: 'documents', documents: [refusalDocument()] }));
    await store.channels.configure({ ref: app.channel, settings: { ...channelSettings, language: 'de' } }, 0);

    const answers = [
      await app.command('reader', { name: 'ask', options: { question: 'Was kostet es?' } }),
      await app.mention('reader', 'Was kostet es?'),
    ];

    const label = wordsOf('de').actions.watchForIt;
    expect(answers.map(({ text }) => text.includes(label))).toEqual([true, true]);
    expect(runs.map(({ actor }) => actor.language)).toEqual(['de', 'de']);
  });
}
