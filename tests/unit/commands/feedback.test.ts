import { expect, test } from 'vitest';
import { commandDesk, foreignAdmin, problemOf, reader, tableOf } from './command-desk.ts';

/** Stories named by themselves. */
const named = { nameStory: async (words: string) => ({ storyId: words, headline: `Headline of ${words}` }) };

test('everybody may say that a story is not relevant, and is thanked', async () => {
  const { run, store, clock } = await commandDesk(named);

  const table = tableOf(await run('feedback give', { story: 's1', says: 'not-relevant' }, reader));

  expect(table.heading).toBe('Thank you, it is noted');
  expect(table.rows).toEqual([['Headline of s1', 'not relevant']]);
  expect(await store.feedback.list({ workspace: reader, limit: 9 })).toEqual([
    {
      channel: { platform: 'console', workspaceId: 'console', channelId: 'journal' },
      subject: { kind: 'story', storyId: 's1', headline: 'Headline of s1' },
      says: 'not-relevant',
      personId: 'reader',
      atMs: clock.nowMs(),
    },
  ]);
});

test('who says that reports are not of one event is told what happens with it', async () => {
  const { run } = await commandDesk(named);

  const table = tableOf(await run('feedback give', { story: 's1', says: 'not-same-story' }, reader));

  expect(table.notes.join()).toContain('nothing is parted by itself');
});

test('what is said in no channel is said in the own messages of the person', async () => {
  const { run, store } = await commandDesk(named);

  await run('feedback give', { story: 's1', says: 'not-relevant' }, { ...reader, channelId: null });

  const [given] = await store.feedback.list({ workspace: reader, limit: 9 });
  expect(given?.channel.channelId).toBe('person:reader');
});

test('feedback on a story that nobody knows is refused', async () => {
  const { run } = await commandDesk({ nameStory: async () => null });

  const answer = await run('feedback give', { story: 'x', says: 'not-relevant' }, reader);

  expect(problemOf(answer)).toContain('No story is known by "x".');
});

test('everybody may say whether an answer helped, and the last that they say stands', async () => {
  const { run, store, clock } = await commandDesk();
  await run('feedback give', { question: ' Who pays? ', says: 'helpful' }, reader);

  const table = tableOf(await run('feedback give', { question: 'Who pays?', says: 'not-helpful' }, reader));

  expect(table.rows).toEqual([['Who pays?', 'not helpful']]);
  expect(await store.feedback.list({ workspace: reader, limit: 9 })).toEqual([
    {
      channel: { platform: 'console', workspaceId: 'console', channelId: 'journal' },
      subject: { kind: 'answer', question: 'Who pays?' },
      says: 'not-helpful',
      personId: 'reader',
      atMs: clock.nowMs(),
    },
  ]);
});

test.each([
  [{ says: 'helpful' }, 'Name the story, or the question whose answer it is about.'],
  [{ says: 'helpful', story: 's1' }, 'A story is not "helpful". Write one of: not-relevant, not-same-story.'],
  [
    { says: 'not-relevant', question: 'Who?' },
    'An answer is not "not-relevant". Write one of: helpful, not-helpful.',
  ],
  [
    { says: 'helpful', story: 's1', question: 'Who?' },
    'Feedback is of a story or of an answer: leave story or question out.',
  ],
])('feedback with %j is refused in a sentence, and nothing is kept', async (options, problem) => {
  const { run, store } = await commandDesk(named);

  expect(problemOf(await run('feedback give', options, reader))).toBe(problem);
  expect(await store.feedback.list({ workspace: reader, limit: 9 })).toEqual([]);
});

test('admins see answers among the stories, with how many they helped', async () => {
  const { run, clock } = await commandDesk(named);
  const say = async (options: Readonly<Record<string, string>>, personId: string) => {
    clock.advance(60_000);
    await run('feedback give', options, { ...reader, personId });
  };
  await say({ question: 'Who pays?', says: 'helpful' }, 'U1');
  await say({ story: 's1', says: 'not-relevant' }, 'U1');
  await say({ question: 'Who pays?', says: 'not-helpful' }, 'U2');

  const table = tableOf(await run('feedback list'));

  expect(table.rows).toEqual([
    ['2026-11-10 09:03', 'Answer', 'Who pays?', '1 helpful, 1 not helpful', 'U2, U1'],
    ['2026-11-10 09:02', 'Story', 'Headline of s1', '1 not relevant', 'U1'],
  ]);
  expect(table.data[0]).toMatchObject({ question: 'Who pays?', helpful: 1, notHelpful: 1 });
  expect(table.rowActions?.map((actions) => actions.length)).toEqual([0, 1]);
});

test('admins see the stories newest first, with how many said what', async () => {
  const { run, clock } = await commandDesk(named);
  const say = async (story: string, says: string, personId: string) => {
    clock.advance(60_000);
    await run('feedback give', { story, says }, { ...reader, personId });
  };
  await say('s1', 'not-relevant', 'U1');
  await say('s2', 'not-same-story', 'U1');
  await say('s1', 'not-relevant', 'U2');
  await say('s1', 'not-same-story', 'U2');

  const table = tableOf(await run('feedback list'));

  expect(table.columns[0]).toBe('Latest (UTC)');
  expect(table.rows).toEqual([
    ['2026-11-10 09:04', 'Story', 'Headline of s1', '2 not relevant, 1 not the same story', 'U2, U1'],
    ['2026-11-10 09:02', 'Story', 'Headline of s2', '1 not the same story', 'U1'],
  ]);
  expect(table.rowActions?.map(([action]) => action?.input.options['story'])).toEqual(['s1', 's2']);
});

test('a workspace sees its own feedback only', async () => {
  const { run } = await commandDesk(named);
  await run('feedback give', { story: 's1', says: 'not-relevant' }, reader);

  const table = tableOf(await run('feedback list', {}, foreignAdmin));

  expect(table.rows).toEqual([]);
  expect(table.notes).toEqual(['Nobody said anything yet.']);
});
