import { expect, test } from 'vitest';
import { digestDocument, storyDocument, updateDocument } from '../../../fixtures/documents.ts';
import { ada, discordBench, forum, idOf, messageTo, news, partsIn } from './publisher-bench.ts';

const item = (key: string, head: string, channel = news) => messageTo(channel, key, storyDocument(), head);

test('starts the thread of a digest with its first item, named for the day, and puts all items there', async () => {
  const { discord, another } = await discordBench({ nowMs: () => Date.UTC(2026, 2, 2, 8) });
  const publisher = another();
  const head = idOf(await publisher.publish(messageTo(news, 'head', digestDocument())));

  const first = idOf(await publisher.publish(item('one', head)));
  await publisher.publish(item('two', head));

  const [thread] = discord.threads;
  expect(discord.threads).toHaveLength(1);
  expect(thread).toMatchObject({ name: 'Wirewatch digest · 2 Mar 2026', parentId: news.channelId });
  expect(head).toBe(`${news.channelId}/${thread?.id}`);
  expect(first.split('/')[0]).toBe(thread?.id);
  expect(partsIn(discord, thread?.id ?? '')).toEqual(['one', 'two']);
});

test('names the thread of an alert for the story that goes on in it', async () => {
  const { discord, another } = await discordBench();
  const publisher = another();
  const head = idOf(await publisher.publish(messageTo(news, 'head')));

  await publisher.publish(messageTo(news, 'update', updateDocument({ headline: 'A *twelfth* firm' }), head));

  expect(discord.threads.map(({ name }) => name)).toEqual(['A *twelfth* firm']);
});

test.each(['lost', 'dropped'] as const)(
  'posts an item once when the start of its thread was %s',
  async (how) => {
    const { discord, another } = await discordBench();
    const publisher = another();
    const head = idOf(await publisher.publish(messageTo(news, 'head')));
    discord.hangUpNext('POST /channels/:channel/messages/:message/threads', how);

    const first = await publisher.publish(item('one', head));
    const found = await another().find('one', news, head);
    const second = await another().publish(item('one', head));

    expect(first.kind).toBe('unknown');
    expect(found).toEqual({ kind: 'absent' });
    expect(second.kind).toBe('posted');
    expect(partsIn(discord, discord.threads[0]?.id ?? '')).toEqual(['one']);
  },
);

test('opens an archived thread again to post into it and to rewrite in it', async () => {
  const { discord, another } = await discordBench();
  const publisher = another();
  const head = idOf(await publisher.publish(messageTo(news, 'head')));
  const one = idOf(await publisher.publish(item('one', head)));
  const threadId = discord.threads[0]?.id ?? '';

  discord.threadArchive(threadId);
  const revised = await publisher.revise(
    one,
    messageTo(news, 'again', storyDocument({ headline: 'Revised' }), head),
  );
  discord.threadArchive(threadId);
  const two = await publisher.publish(item('two', head));

  expect([revised.kind, two.kind]).toEqual(['posted', 'posted']);
  expect(JSON.stringify(discord.messagesIn(threadId)[0])).toContain('Revised');
});

test('refuses what goes into a locked thread, or below a message that was deleted', async () => {
  const { discord, another } = await discordBench();
  const publisher = another();
  const head = idOf(await publisher.publish(messageTo(news, 'head')));
  const gone = idOf(await publisher.publish(messageTo(news, 'gone')));
  await publisher.publish(item('one', head));
  discord.removePermission(news.channelId, 'ManageThreads');
  discord.threadArchive(discord.threads[0]?.id ?? '', { isLocked: true });
  discord.messageDelete(gone.split('/')[1] ?? '');

  const locked = await publisher.publish(item('two', head));
  const below = await publisher.publish(item('three', gone));

  expect(locked).toEqual({ kind: 'refused', problem: expect.stringContaining('locked') });
  expect(below).toEqual({ kind: 'gone', problem: expect.stringContaining('deleted') });
});

test('makes each message of a forum a post of its own, with its title and the tags of its verdicts', async () => {
  const { discord, another } = await discordBench();
  const publisher = another();

  const head = idOf(await publisher.publish(messageTo(forum, 'head', storyDocument({ verdict: 'update' }))));
  await publisher.publish(messageTo(forum, 'next', digestDocument()));
  await publisher.publish(messageTo(forum, 'reply', updateDocument(), head));

  const [post, next] = discord.threads;
  expect(post).toMatchObject({
    name: 'Bureau adds eleven chip firms to its trade list',
    tags: ['500000000000000002'],
  });
  expect(next).toMatchObject({
    name: 'Wirewatch digest · Sat 22 Nov 2025, 08:00',
    tags: ['500000000000000001', '500000000000000002'],
  });
  expect(partsIn(discord, post?.id ?? '')).toEqual(['head', 'reply']);
});

test('tags a post anew when the verdict of its story has changed', async () => {
  const { discord, another } = await discordBench();
  const publisher = another();
  const head = idOf(await publisher.publish(messageTo(forum, 'head', storyDocument())));

  await publisher.revise(head, messageTo(forum, 'again', storyDocument({ verdict: 'update' })));

  expect(discord.threads[0]?.tags).toEqual(['500000000000000002']);
});

test('finds a post of a forum whose answer was lost', async () => {
  const { discord, another } = await discordBench();
  await another().publish(messageTo(forum, 'earlier'));
  discord.hangUpNext('POST /channels/:channel/threads', 'lost');

  const first = await another().publish(messageTo(forum, 'head'));
  const found = await another().find('head', forum, null);

  expect(first.kind).toBe('unknown');
  expect(found).toMatchObject({ kind: 'posted', messageId: expect.stringMatching(/^(\d+)\/\1$/) });
});

test('writes to a person, and keeps what belongs below a message in the same conversation', async () => {
  const { discord, another } = await discordBench();
  const publisher = another();
  const head = idOf(await publisher.publish(messageTo(ada, 'head')));

  const outcome = await publisher.publish(item('one', head, ada));

  expect(discord.directMessagesTo('300000000000000001')).toHaveLength(2);
  expect(discord.threads).toHaveLength(0);
  expect(outcome).toMatchObject({
    permalink: expect.stringMatching(/^https:\/\/discord\.com\/channels\/@me\/\d+\/\d+$/),
  });
});
