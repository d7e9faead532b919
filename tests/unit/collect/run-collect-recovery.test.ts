import { expect, test } from 'vitest';
import { fined, listed, minuteMs, Newsroom } from './newsroom.ts';

test('an exception while one entry is judged postpones that entry only', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [listed, fined] });
  const { judge } = newsroom.tools();
  const prepare: typeof judge.prepare = async (raw) => {
    if (raw.title === fined.title) throw new Error('Reading took too long.');
    return judge.prepare(raw);
  };

  const broken = await newsroom.run({ judge: { ...judge, prepare } });
  const tooEarly = await newsroom.run();
  newsroom.clock.advance(10 * minuteMs);
  const later = await newsroom.run();

  expect(broken).toMatchObject({ postponed: 1, kept: { new: 1 } });
  expect(newsroom.log.records[0]).toMatchObject({
    level: 'warn',
    fields: { title: fined.title, problem: 'Reading took too long.' },
  });
  expect(tooEarly.read).toBe(0);
  expect(later.kept.new).toBe(1);
  expect(await newsroom.keptTitles()).toEqual([listed.title, fined.title]);
});

test('a page that fails is asked for later, each time after twice the wait, and then given up', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [{ ...listed, url: 'https://one.example/a' }] });
  newsroom.http.answer('https://one.example/a', { kind: 'failed', problem: 'Down.', retryAfterMs: null });
  const askedAfterMinutes: number[] = [];

  for (let minutes = 0; minutes <= 40; minutes += 5) {
    const asked = newsroom.http.requests.length;
    await newsroom.run();
    if (newsroom.http.requests.slice(asked).some(({ url }) => url.endsWith('/a')))
      askedAfterMinutes.push(minutes);
    newsroom.clock.advance(5 * minuteMs);
  }

  expect(askedAfterMinutes).toEqual([0, 10, 30]);
  expect(await newsroom.keptTitles()).toEqual([listed.title]);
});

test('a page is not asked for before its Retry-After', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [{ ...listed, url: 'https://one.example/a' }] });
  newsroom.http.answer('https://one.example/a', {
    kind: 'failed',
    problem: 'Slow down.',
    retryAfterMs: 25 * minuteMs,
  });
  await newsroom.run();

  newsroom.clock.advance(24 * minuteMs);
  const before = await newsroom.run();
  newsroom.clock.advance(minuteMs);
  const after = await newsroom.run();

  expect([before.postponed, after.postponed]).toEqual([0, 1]);
});

test('an entry of which nothing can be read is dismissed', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [{ ...listed, summary: 'Short.' }] });

  const first = await newsroom.run();
  newsroom.clock.advance(24 * 60 * minuteMs);
  const second = await newsroom.run();

  expect([first.unreadable, second.unreadable]).toEqual([1, 0]);
});

test('what a killed run had claimed waits, and the next run ends it', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [listed, fined] });
  const { articles } = newsroom.tools();
  const nothing = () => new Promise<never>(() => {});

  void newsroom.run({ articles: { ...articles, keep: nothing } });
  await new Promise<void>((resolve) => setImmediate(resolve));
  const whileClaimed = await newsroom.run();
  newsroom.clock.advance(5 * minuteMs);
  const afterwards = await newsroom.run();

  expect(whileClaimed.read).toBe(0);
  expect(afterwards.kept.new).toBe(2);
  expect(await newsroom.keptTitles()).toEqual([fined.title, listed.title]);
});

test('a store that fails in the middle loses nothing', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [listed, fined] });
  const { entries } = newsroom.tools();
  const claim = () => Promise.reject(new Error('The disk is full.'));

  await expect(newsroom.run({ entries: { ...entries, claim } })).rejects.toThrow('The disk is full.');
  const next = await newsroom.run();

  expect(next.kept.new).toBe(2);
});

test('an entry whose source is gone is dismissed with the reason', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [listed] });
  await newsroom.run({}, { maxEntriesPerRun: 0 });
  await newsroom.open({ two: [] });
  const { entries } = newsroom.tools();
  const reasons: string[] = [];
  const dismiss: typeof entries.dismiss = async (entryId, reason) => {
    reasons.push(reason);
    await entries.dismiss(entryId, reason);
  };

  const report = await newsroom.run({ entries: { ...entries, dismiss } });

  expect(report.unreadable).toBe(1);
  expect(reasons).toEqual(['Its source one is no longer configured.']);
});

test('a store that refuses the entries of one source loses only these', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ bad: [fined], good: [listed] });
  const { sources } = newsroom.tools();
  const recordPoll: typeof sources.recordPoll = async (poll) => {
    if (poll.sourceId === 'bad') throw new Error('An entry has no key.');
    return sources.recordPoll(poll);
  };

  const report = await newsroom.run({ sources: { ...sources, recordPoll } });

  expect(report).toMatchObject({ failedSources: 1, kept: { new: 1 } });
  expect(newsroom.log.records.slice(0, 2)).toMatchObject([
    { sentence: 'A failed poll could not be recorded', fields: { sourceId: 'bad' } },
    { sentence: 'Source could not be read', fields: { sourceId: 'bad', problem: 'An entry has no key.' } },
  ]);
});

test('a poll that fails by accident is recorded with the reason, and waits for its next turn', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ bad: [fined], good: [listed] });
  const { sources } = newsroom.tools();
  const recordPoll: typeof sources.recordPoll = async (poll) => {
    if (poll.entries.some(({ key }) => key === fined.key)) throw new Error('An entry has no key.');
    return sources.recordPoll(poll);
  };

  await newsroom.run({ sources: { ...sources, recordPoll } });

  const [bad] = await sources.list();
  expect(bad?.health).toMatchObject({
    lastProblem: 'An entry has no key.',
    consecutiveFailures: 1,
    lastSucceededAtMs: null,
    nextPollAtMs: newsroom.clock.nowMs() + 30 * minuteMs,
  });
  expect(newsroom.log.sentences('warn')).toEqual(['Source could not be read']);
});

test('an accident while one page is fetched postpones that entry only', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [{ ...fined, url: 'https://one.example/a' }, listed] });
  const fetch: typeof newsroom.http.fetch = async (request) => {
    if (request.url.endsWith('/a')) throw new TypeError('Invalid header.');
    return newsroom.http.fetch(request);
  };

  const report = await newsroom.run({ http: { fetch } });

  expect(report).toMatchObject({ postponed: 1, kept: { new: 1 } });
});

test('an entry that can never be judged is given up with the reason', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [listed] });
  const { judge, entries } = newsroom.tools();
  const prepare = () => Promise.reject(new Error('Reading took too long.'));
  const reasons: string[] = [];
  const dismiss: typeof entries.dismiss = async (entryId, reason) => {
    reasons.push(reason);
    await entries.dismiss(entryId, reason);
  };
  const counts: number[][] = [];

  for (let run = 0; run < 4; run += 1) {
    const report = await newsroom.run({ judge: { ...judge, prepare }, entries: { ...entries, dismiss } });
    counts.push([report.postponed, report.unreadable]);
    newsroom.clock.advance(24 * 60 * minuteMs);
  }

  expect(counts).toEqual([
    [1, 0],
    [1, 0],
    [0, 1],
    [0, 0],
  ]);
  expect(reasons).toEqual(['Reading took too long.']);
});

test('an entry that other processes crowd out is never given up', async () => {
  const newsroom = new Newsroom();
  await newsroom.open({ one: [listed] });
  const { articles } = newsroom.tools();
  const keep: typeof articles.keep = async () => ({ kind: 'stale' });

  for (let run = 0; run < 4; run += 1) {
    const report = await newsroom.run({ articles: { ...articles, keep } });
    expect(report.postponed).toBe(1);
    newsroom.clock.advance(24 * 60 * minuteMs);
  }
  const last = await newsroom.run();

  expect(last.kept.new).toBe(1);
});
