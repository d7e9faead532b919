import { expect, test } from 'vitest';
import { digestDocument, storyDocument, updateDocument } from '../../../fixtures/documents.ts';
import { type DiscordBench, discordBench, forum, idOf, messageTo, partsIn } from './publisher-bench.ts';

const startPost = 'POST /channels/:channel/threads';
const tag = { new: '500000000000000001', update: '500000000000000002', team: '500000000000000009' };
const item = (key: string, head: string, verdict: 'new' | 'update' = 'new') =>
  messageTo(forum, key, storyDocument({ verdict }), head);

/** A forum with these tags beside the bot's other channels. */
function forumWith(...tags: readonly { id: string; name: string; moderated?: boolean }[]) {
  const guild = { id: forum.workspaceId, channels: [{ id: forum.channelId, kind: 'forum', tags }] } as const;
  return discordBench({ guilds: [guild] });
}

const postsOf = ({ discord }: DiscordBench) =>
  discord.threads.map(({ id, tags }) => ({ keys: partsIn(discord, id), tags }));

test('makes a post of the digest and one of each of its stories, with the tag of its verdict', async () => {
  const bench = await discordBench();
  const publisher = bench.another();

  const head = idOf(await publisher.publish(messageTo(forum, 'head', digestDocument())));
  const one = idOf(await publisher.publish(item('one', head)));
  await publisher.publish(item('two', head, 'update'));
  await publisher.publish(messageTo(forum, 'news', updateDocument(), one));

  expect(postsOf(bench)).toEqual([
    { keys: ['head'], tags: [tag.new, tag.update] },
    { keys: ['one', 'news'], tags: [tag.new] },
    { keys: ['two'], tags: [tag.update] },
  ]);
});

test.each(['lost', 'dropped'] as const)('posts a story once when the reply to it was %s', async (how) => {
  const bench = await discordBench();
  const head = idOf(await bench.another().publish(messageTo(forum, 'head', digestDocument())));
  bench.discord.hangUpNext(startPost, how);

  const first = await bench.another().publish(item('one', head));
  const found = await bench.another().find('one', forum, head);
  if (found.kind === 'absent') await bench.another().publish(item('one', head));

  expect(first.kind).toBe('unknown');
  expect(found.kind).toBe(how === 'lost' ? 'posted' : 'absent');
  expect(postsOf(bench).map(({ keys }) => keys)).toEqual([['head'], ['one']]);
});

test('finds an update in the post of its story', async () => {
  const bench = await discordBench();
  const head = idOf(await bench.another().publish(messageTo(forum, 'head', digestDocument())));
  const one = idOf(await bench.another().publish(item('one', head)));
  const posted = await bench.another().publish(messageTo(forum, 'news', updateDocument(), one));

  expect(await bench.another().find('news', forum, one)).toEqual(posted);
});

test('rewrites a story in its post, and its tag follows the verdict', async () => {
  const bench = await discordBench();
  const publisher = bench.another();
  const head = idOf(await publisher.publish(messageTo(forum, 'head', digestDocument())));
  const one = idOf(await publisher.publish(item('one', head)));

  await publisher.revise(one, messageTo(forum, 'again', storyDocument({ verdict: 'update' })));

  expect(postsOf(bench)[1]).toEqual({ keys: ['one'], tags: [tag.update] });
});

test('keeps the tags that people gave a post', async () => {
  const bench = await forumWith(
    { id: tag.new, name: 'New' },
    { id: tag.update, name: 'update' },
    { id: tag.team, name: 'our team' },
  );
  const publisher = bench.another();
  const one = idOf(await publisher.publish(messageTo(forum, 'one', storyDocument())));
  bench.discord.threadTag(bench.discord.threads[0]?.id ?? '', tag.team);

  await publisher.revise(one, messageTo(forum, 'again', storyDocument({ verdict: 'update' })));

  expect(postsOf(bench)[0]?.tags.toSorted()).toEqual([tag.update, tag.team]);
});

test('a verdict without a tag leaves none of an earlier one', async () => {
  const bench = await forumWith({ id: tag.new, name: 'new' }, { id: tag.team, name: 'our team' });
  const publisher = bench.another();
  const one = idOf(await publisher.publish(messageTo(forum, 'one', storyDocument())));
  bench.discord.threadTag(bench.discord.threads[0]?.id ?? '', tag.team);

  await publisher.revise(one, messageTo(forum, 'again', storyDocument({ verdict: 'update' })));

  expect(postsOf(bench)[0]?.tags).toEqual([tag.team]);
});

test('gives no tag that only moderators may give', async () => {
  const bench = await forumWith({ id: tag.new, name: 'new', moderated: true });

  const outcome = await bench.another().publish(messageTo(forum, 'one', storyDocument()));

  expect(outcome.kind).toBe('posted');
  expect(postsOf(bench)).toEqual([{ keys: ['one'], tags: [] }]);
});
