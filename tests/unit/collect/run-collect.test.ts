import { expect, test } from 'vitest';
import { bulletinOf, fined, listed, minuteMs, Newsroom, weather } from './newsroom.ts';

test('polls, judges and keeps, and reports in numbers', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [listed, weather], two: [fined] });

  const report = await newsroom.run();

  expect(report).toEqual({
    sources: 2,
    failedSources: 0,
    newEntries: 3,
    droppedEntries: 0,
    read: 3,
    offTopic: 1,
    kept: { new: 2, update: 0, repeat: 0, contradicts: 0 },
    postponed: 0,
    unreadable: 0,
    durationMs: 0,
  });
});

test('logs one event with a field for each number', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [listed, weather], two: [fined] });
  const { judge } = newsroom.tools();
  const prepare: typeof judge.prepare = async (raw) => {
    newsroom.clock.advance(1500);
    return judge.prepare(raw);
  };

  const report = await newsroom.run({ judge: { ...judge, prepare } });

  expect(report.durationMs).toBe(4500);
  expect(newsroom.log.records).toEqual([
    {
      level: 'info',
      sentence: 'Collect run ended',
      fields: {
        sources: 2,
        failedSources: 0,
        newEntries: 3,
        droppedEntries: 0,
        read: 3,
        offTopic: 1,
        onTopic: 2,
        keptNew: 2,
        keptUpdate: 0,
        keptRepeat: 0,
        keptContradicts: 0,
        postponed: 0,
        unreadable: 0,
        durationMs: 4500,
      },
    },
  ]);
});

test('keeps the oldest first, whatever the order of sources and entries', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [listed], two: [fined] });

  await newsroom.run();

  expect(await newsroom.keptTitles()).toEqual([fined.title, listed.title]);
});

test('tells of each poll and each judgement', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [listed, weather] });

  await newsroom.run();

  expect(newsroom.progress).toEqual([
    {
      kind: 'polled',
      report: { sourceId: 'one', problem: null, newEntries: 2, dropped: [] },
      source: expect.objectContaining({ id: 'one' }),
    },
    { kind: 'judged', title: listed.title, verdict: 'new' },
    { kind: 'judged', title: weather.title, verdict: 'offTopic' },
  ]);
});

test('one bad source costs only its own turn', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ bad: [fined], good: [listed] });
  newsroom.http.answer('https://bad.example/feed', {
    kind: 'failed',
    problem: 'It timed out.',
    retryAfterMs: null,
  });

  const report = await newsroom.run();

  expect(report).toMatchObject({ sources: 2, failedSources: 1, newEntries: 1 });
  expect(await newsroom.keptTitles()).toEqual([listed.title]);
  expect(newsroom.log.sentences('warn')).toEqual(['Source could not be read']);
});

test('a parser that fails on one feed costs only that feed', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ bad: [fined], good: [listed] });
  const { feedParser } = newsroom.tools();
  const parse: typeof feedParser.parse = async (feed) => {
    if (feed.url.includes('bad')) throw new Error('Out of time.');
    return feedParser.parse(feed);
  };

  const report = await newsroom.run({ feedParser: { parse } });

  expect(report.failedSources).toBe(1);
  expect(await newsroom.keptTitles()).toEqual([listed.title]);
});

test('polls a source again only when it is due', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [listed] });

  const reports = [await newsroom.run(), await newsroom.run()];
  newsroom.clock.advance(30 * minuteMs);
  reports.push(await newsroom.run());

  expect(reports.map(({ sources }) => sources)).toEqual([1, 0, 1]);
});

test('what is off topic is done with', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [weather] });

  const first = await newsroom.run();
  newsroom.clock.advance(24 * 60 * minuteMs);
  const second = await newsroom.run();

  expect([first, second].map(({ offTopic }) => offTopic)).toEqual([1, 0]);
  expect(await newsroom.kept()).toEqual([]);
});

test('a later report of a known event is an update of its story', async () => {
  const newsroom = new Newsroom();
  const more = bulletinOf(
    'more',
    'Huawei on the Entity List',
    `${listed.summary} Google suspended its Android licence for Huawei phones, a person close to it said.`,
    '2019-05-17',
  );
  await newsroom.open({ one: [listed], two: [more] });

  const report = await newsroom.run();

  const [first, second] = await newsroom.kept();
  expect(report.kept).toEqual({ new: 1, update: 1, repeat: 0, contradicts: 0 });
  expect(second?.storyId).toBe(first?.storyId);
});

test('reads no more than it may, and the others at the next run', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [listed, fined, weather] });

  const reports = [await newsroom.run({}, { maxEntriesPerRun: 2 }), await newsroom.run()];

  expect(reports.map(({ read }) => read)).toEqual([2, 1]);
});

test('reads everything over several batches', async () => {
  const newsroom = new Newsroom();
  const many = Array.from({ length: 60 }, (_, index) => ({ ...weather, key: `weather ${index}` }));
  await newsroom.open({ one: many });

  const report = await newsroom.run();

  expect(report).toMatchObject({ newEntries: 60, read: 60, offTopic: 60 });
});
