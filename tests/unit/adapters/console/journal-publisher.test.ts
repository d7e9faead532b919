import { appendFile, mkdir, mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createConsolePublisher } from '../../../../adapters/console/journal-publisher.ts';
import type { ChannelRef } from '../../../../src/domain/delivery.ts';
import type { OutgoingMessage } from '../../../../src/ports/publisher.ts';
import { simply } from '../../../fakes/simple-publisher.ts';
import { digestDocument, noticeDocument } from '../../../fixtures/documents.ts';

const channel: ChannelRef = { platform: 'console', workspaceId: 'console', channelId: 'terminal' };

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wirewatch-journal-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

function publisherAt(journalPath: string, echo: (text: string) => void = () => undefined) {
  const clock = { nowMs: () => 1_763_800_000_000 };
  return simply(createConsolePublisher({ journalPath, echo, color: true, clock }));
}

function message(key: string): OutgoingMessage {
  return {
    key,
    channel,
    document: noticeDocument(),
    mentions: [],
    language: 'en',
    threadMessageId: null,
  };
}

async function keysIn(journalPath: string): Promise<readonly string[]> {
  const lines = (await readFile(journalPath, 'utf8')).split('\n').slice(0, -1);
  return lines.map((line): string => JSON.parse(line).key);
}

test('keeps the whole message in the journal, without color', async () => {
  const journalPath = join(await newFolder(), 'deep', 'console.jsonl');

  await publisherAt(journalPath).publish({
    ...message('one'),
    document: digestDocument(),
    threadMessageId: 'head',
  });

  expect(JSON.parse(await readFile(journalPath, 'utf8'))).toEqual({
    key: 'one',
    channel,
    threadMessageId: 'head',
    messageId: 'one',
    atMs: 1_763_800_000_000,
    kind: 'digest',
    revises: null,
    text: expect.stringMatching(/^━+\n WIREWATCH DIGEST/),
  });
});

test('echoes a message after the journal has it, and one that stood already not again', async () => {
  const journalPath = join(await newFolder(), 'console.jsonl');
  const echoes: string[] = [];
  const publisher = publisherAt(journalPath, (text) => void echoes.push(text));

  await publisher.publish(message('one'));
  await publisher.publish(message('one'));

  expect(echoes).toHaveLength(1);
  expect(echoes[0]).toContain('\u001B[1m!  Nothing new for two days\u001B[0m');
});

test('counts a message as posted when the terminal is gone', async () => {
  const journalPath = join(await newFolder(), 'console.jsonl');
  const publisher = publisherAt(journalPath, () => {
    throw new Error('write EPIPE');
  });

  expect(await publisher.publish(message('one'))).toMatchObject({ kind: 'posted', messageId: 'one' });
});

test('takes away a line that was torn by a crash, and then posts it whole', async () => {
  const journalPath = join(await newFolder(), 'console.jsonl');
  await publisherAt(journalPath).publish(message('one'));
  await publisherAt(journalPath).publish(message('two'));
  const { length } = await readFile(journalPath);
  await truncate(journalPath, length - 20);
  const restarted = publisherAt(journalPath);

  expect(await restarted.find('two', channel, null)).toEqual({ kind: 'absent' });
  await restarted.publish(message('two'));

  expect(await keysIn(journalPath)).toEqual(['one', 'two']);
});

test('takes a line without its line break for torn, even when it is whole', async () => {
  const journalPath = join(await newFolder(), 'console.jsonl');
  await publisherAt(journalPath).publish(message('one'));
  const { length } = await readFile(journalPath);
  await truncate(journalPath, length - 1);
  const restarted = publisherAt(journalPath);

  await restarted.publish(message('two'));

  expect(await keysIn(journalPath)).toEqual(['two']);
});

test('sees what another process appended since, and what was there before', async () => {
  const journalPath = join(await newFolder(), 'console.jsonl');
  const [one, other] = [publisherAt(journalPath), publisherAt(journalPath)];
  await one.publish(message('one'));
  await other.publish(message('two'));

  expect(await one.find('two', channel, null)).toMatchObject({ kind: 'posted', messageId: 'two' });
  expect(await one.publish(message('two'))).toMatchObject({ kind: 'posted', messageId: 'two' });
  expect(await keysIn(journalPath)).toEqual(['one', 'two']);
});

test('parts no line when two write at once', async () => {
  const journalPath = join(await newFolder(), 'console.jsonl');
  const keys = Array.from({ length: 20 }, (_, index) => `key-${index}`);
  const publishers = [publisherAt(journalPath), publisherAt(journalPath)];

  const outcomes = await Promise.all(keys.map((key, index) => publishers[index % 2]?.publish(message(key))));

  expect(outcomes.filter((outcome) => outcome?.kind !== 'posted')).toEqual([]);
  expect([...(await keysIn(journalPath))].sort()).toEqual([...keys].sort());
});

test('steps over a line that is not its own', async () => {
  const journalPath = join(await newFolder(), 'console.jsonl');
  await appendFile(journalPath, 'somebody was here\n{"key":"one"}\nnull\n');
  const publisher = publisherAt(journalPath);

  expect(await publisher.find('one', channel, null)).toEqual({ kind: 'absent' });
  expect(await publisher.publish(message('one'))).toMatchObject({ kind: 'posted', messageId: 'one' });
  expect(await publisher.find('one', channel, null)).toMatchObject({ kind: 'posted', messageId: 'one' });
});

test('postpones when the journal cannot be written, and says why', async () => {
  const journalPath = join(await newFolder(), 'console.jsonl');
  await mkdir(journalPath);
  const publisher = publisherAt(journalPath);

  expect(await publisher.publish(message('one'))).toEqual({
    kind: 'postponed',
    retryAfterMs: null,
    problem: expect.stringMatching(/^The console's journal .*console\.jsonl cannot be used: .*directory/),
  });
  expect(await publisher.find('one', channel, null)).toMatchObject({ kind: 'unknown' });
});

test('posts after the journal was taken away', async () => {
  const journalPath = join(await newFolder(), 'console.jsonl');
  const publisher = publisherAt(journalPath);
  await publisher.publish(message('one'));
  await rm(journalPath);

  expect(await publisher.publish(message('two'))).toMatchObject({ kind: 'posted', messageId: 'two' });
  expect(await keysIn(journalPath)).toEqual(['two']);
});

test('keeps a revision as a line of its own, echoes it, and writes it once', async () => {
  const journalPath = join(await newFolder(), 'console.jsonl');
  const echoes: string[] = [];
  const publisher = publisherAt(journalPath, (text) => void echoes.push(text));
  await publisher.publish(message('one'));
  const revision = { ...message('r1'), document: { ...noticeDocument(), heading: 'Calm is over' } };

  await publisher.revise('one', revision);
  await publisherAt(journalPath).revise('one', revision);

  const lines = (await readFile(journalPath, 'utf8')).trimEnd().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    { key: 'one', messageId: 'one', kind: 'notice', revises: null },
    {
      key: 'r1',
      messageId: 'one',
      kind: 'revision',
      revises: 'one',
      text: expect.stringContaining('Calm is over'),
    },
  ]);
  expect(echoes.map((text) => text.includes('Calm is over'))).toEqual([false, true]);
});

test('refuses a revision of a message that somebody took out of the journal, and says so', async () => {
  const journalPath = join(await newFolder(), 'console.jsonl');

  expect(await publisherAt(journalPath).revise('one', message('r1'))).toEqual({
    kind: 'gone',
    problem: expect.stringMatching(/^The message one .* is not in the console's journal .* any more\.$/),
  });
});

test('postpones a revision when the journal cannot be read', async () => {
  const journalPath = join(await newFolder(), 'console.jsonl');
  await mkdir(journalPath);

  expect(await publisherAt(journalPath).revise('one', message('r1'))).toMatchObject({ kind: 'postponed' });
});

test('names a message by its line in the journal, and calls those who are mentioned', async () => {
  const journalPath = join(await newFolder(), 'console.jsonl');
  const mentions = [{ kind: 'person', id: 'dana' }] as const;

  const outcome = await publisherAt(journalPath).publish({ ...message('one'), mentions });

  expect(outcome).toMatchObject({ permalink: `${pathToFileURL(journalPath).href}#one` });
  expect(await readFile(journalPath, 'utf8')).toContain('dana');
});

test('writes and echoes a message in its own language', async () => {
  const journalPath = join(await newFolder(), 'console.jsonl');
  const echoed: string[] = [];
  const publisher = publisherAt(journalPath, (text) => echoed.push(text));

  await publisher.publish({ ...message('one'), document: digestDocument(), language: 'de' });
  await publisher.revise('one', { ...message('two'), document: digestDocument(), language: 'zh' });

  expect(echoed).toEqual([expect.stringContaining('ÜBERBLICK'), expect.stringContaining('简报')]);
  expect((await readFile(journalPath, 'utf8')).split('\n')).toEqual([
    expect.stringContaining('ÜBERBLICK'),
    expect.stringContaining('简报'),
    '',
  ]);
});
