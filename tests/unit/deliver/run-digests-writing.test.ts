import { expect, test } from 'vitest';
import { previewDigest } from '../../../src/deliver/run-digests.ts';
import type { StoryEntry } from '../../../src/domain/message-document.ts';
import type { WriteOutcome } from '../../../src/ports/brief-writer.ts';
import { createScriptedWriter } from '../../fakes/scripted-writer.ts';
import { setup } from './channel-setup.ts';
import { openDesk } from './digest-desk.ts';
import { ban, fine, listing, listingUpdate } from './sample-reports.ts';

const down: WriteOutcome = { kind: 'unavailable', problem: 'The model is down.' };
const slot = '2024-03-05T08:00:00Z';

/** A desk to which three stories came, with a preferred writer that answers as it is told. */
async function openWritingDesk(...outcomes: readonly (WriteOutcome | Error)[]) {
  const desk = await openDesk('2024-03-04T20:00:00Z');
  for (const raw of [listing, ban, fine]) await desk.arrives(raw);
  const preferred = createScriptedWriter(outcomes);
  const writers = { preferred, fallback: desk.tools.writers.fallback };
  return {
    ...desk,
    preferred,
    writers,
    async storiesAt(moment: string): Promise<readonly StoryEntry[]> {
      const messages = await desk.deliverAt(moment, { writers });
      return messages.flatMap(({ document }) => (document.kind === 'digest' ? document.stories : []));
    },
    warnings: (sentence: string) =>
      desk.log.records.filter((record) => record.level === 'warn' && record.sentence === sentence),
  };
}

const staysDown = 'Writer is down; the fallback writes the rest';

test.each([
  ['is down', down, 'The model is down.'],
  ['throws', new Error('key sk-1'), 'The writer failed for a reason of its own.'],
])(
  'a writer that %s costs no digest: it is asked once, and the log says so once',
  async (_what, outcome, problem) => {
    const desk = await openWritingDesk(outcome);

    const stories = await desk.storiesAt(slot);

    expect(stories.map(({ writer }) => writer)).toEqual(Array(3).fill('extractive/1'));
    expect(stories.every(({ summary }) => summary.length > 0)).toBe(true);
    expect(desk.preferred.asked).toHaveLength(1);
    expect(desk.warnings(staysDown).map(({ fields }) => fields)).toEqual([{ problem }]);
    expect(desk.warnings('Brief was not written as wished')).toHaveLength(1);
  },
);

test('a writer that goes down between two stories is asked no more', async () => {
  const desk = await openWritingDesk({ kind: 'written', sentences: [], writer: 'scripted/1' }, down);

  expect(await desk.storiesAt(slot)).toHaveLength(3);

  expect(desk.preferred.asked).toHaveLength(2);
});

test('a writer that is down for one channel is not waited for in the next', async () => {
  const desk = await openWritingDesk(down);
  await desk.setUp({ ...setup.ref, channelId: 'late' });
  await desk.arrives(listingUpdate);

  await desk.deliverAt(slot, { writers: desk.writers });

  const heads = (await desk.store.deliveries.list({ limit: 99 })).filter(({ threadOf }) => threadOf === null);
  expect(heads).toHaveLength(2);
  expect(desk.preferred.asked).toHaveLength(1);
});

test('the next digest asks a writer again that was down', async () => {
  const desk = await openWritingDesk(down);
  await desk.storiesAt(slot);
  await desk.arrives(listingUpdate);

  expect(await desk.storiesAt('2024-03-06T08:00:00Z')).toHaveLength(1);

  expect(desk.preferred.asked).toHaveLength(2);
});

test('a preview does not wait again and again for a writer that is down', async () => {
  const desk = await openWritingDesk(down);
  const tools = { ...desk.tools, writers: desk.writers };

  const messages = await previewDigest(tools, { maxSentencesPerStory: 3 }, await desk.channel(), {
    all: true,
  });

  expect(messages).toHaveLength(4);
  expect(desk.preferred.asked).toHaveLength(1);
});

test('a writer whose drafts cannot stand is not down; the log counts what became of them', async () => {
  const unfounded = { text: 'Zentara fell by 99 percent.', restsOn: [1] };
  const unknown = { text: 'Zentara rose.', restsOn: [99] };
  const desk = await openWritingDesk({
    kind: 'written',
    sentences: [unfounded, unknown],
    writer: 'scripted/1',
  });

  const stories = await desk.storiesAt(slot);

  expect(desk.preferred.asked).toHaveLength(3);
  expect(stories.map(({ writer }) => writer)).toEqual(Array(3).fill('scripted/1'));
  expect(desk.warnings('Brief was not written as wished')[0]?.fields).toMatchObject({
    writer: 'scripted/1',
    replaced: 1,
    dropped: 1,
  });
  expect(desk.warnings(staysDown)).toEqual([]);
});
