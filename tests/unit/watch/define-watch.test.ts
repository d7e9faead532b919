import { describe, expect, it } from 'vitest';
import type { Watch } from '../../../src/domain/watch.ts';
import { type DefineContext, defineWatch, type WatchWish } from '../../../src/watch/define-watch.ts';
import { sampleTools, watchOf } from './query-samples.ts';

const wish: WatchWish = {
  name: 'Chips',
  query: 'huawei AND chips',
  channel: { platform: 'slack', workspaceId: 't1', channelId: 'c1' },
  cadence: 'realtime',
  threshold: 0.6,
  mentions: [{ kind: 'role', id: 'r1' }],
  needsApproval: true,
  isCritical: false,
};

function define(changes: Partial<WatchWish> = {}, context: Partial<DefineContext> = {}) {
  return defineWatch(
    { ...wish, ...changes },
    { existing: [], edited: null, personId: 'u7', nowMs: 5000, queryTools: sampleTools, ...context },
  );
}

function defined(changes: Partial<WatchWish> = {}, context: Partial<DefineContext> = {}): Watch {
  const outcome = define(changes, context);
  if (outcome.kind === 'refused') throw new Error(outcome.problem);
  return outcome.watch;
}

function problem(changes: Partial<WatchWish> = {}, context: Partial<DefineContext> = {}): string | null {
  const outcome = define(changes, context);
  return outcome.kind === 'refused' ? outcome.problem : null;
}

function watchesIn(workspaceId: string, count: number): Watch[] {
  return Array.from({ length: count }, (_, index) => ({
    ...watchOf(`w${workspaceId}${index}`, 'zte'),
    channel: { ...wish.channel, workspaceId },
  }));
}

describe('defineWatch', () => {
  it('makes a watch of what was given, owned by who asks', () => {
    expect(defined()).toEqual({
      ...wish,
      id: expect.stringMatching(/^w[0-9a-f]{6}$/),
      ownerId: 'u7',
      createdAtMs: 5000,
      reportedAtMs: null,
    });
  });

  it('names a watch by its query where no name is given, shortened to a line', () => {
    const query = Array.from({ length: 40 }, (_, index) => `chip${index}`).join(' ');

    expect(defined({ name: null }).name).toBe('huawei AND chips');
    expect(defined({ name: null, query }).name).toMatch(/^chip0 chip1 .{67}…$/);
  });

  it('strips what cannot be seen from a name, so that two that look the same are the same', () => {
    const existing = [defined()];

    expect(problem({ name: '  chi\u200bps ' }, { existing })).toContain('already');
  });

  it('gives no id twice', () => {
    const first = defined();
    const taken = { ...first, name: 'Another' };

    const second = defined({}, { existing: [taken] });

    expect(second.id).toMatch(/^w[0-9a-f]{6}$/);
    expect(second.id).not.toBe(first.id);
  });

  it('refuses a query that does not read, with the sentence of the language', () => {
    expect(problem({ query: '"entity list' })).toMatch(/quote/);
    expect(problem({ query: ' ' })).toMatch(/empty/);
  });

  it('refuses a name that is taken in the workspace, whatever its case, and only there', () => {
    const here = { ...watchOf('w1', 'zte'), name: 'CHIPS', channel: { ...wish.channel, channelId: 'c2' } };
    const elsewhere = { ...here, channel: { ...wish.channel, workspaceId: 't2' } };

    expect(problem({}, { existing: [here] })).toContain('already');
    expect(problem({}, { existing: [elsewhere] })).toBeNull();
  });

  it('refuses a name without characters, and one that fills more than a line', () => {
    expect(problem({ name: ' \u200b ' })).toContain('empty');
    expect(problem({ name: '名'.repeat(80) })).toBeNull();
    expect(problem({ name: '名'.repeat(81) })).toContain('at most 80');
  });

  it.each([
    [-0.01, true],
    [0, false],
    [1, false],
    [1.01, true],
    [Number.NaN, true],
  ])('takes a threshold of %d for wrong: %s', (threshold, isWrong) => {
    expect(problem({ threshold }) !== null).toBe(isWrong);
  });

  it('refuses more than 1,000 watches in a workspace, and more than 100,000 in all', () => {
    expect(problem({}, { existing: watchesIn('t1', 999) })).toBeNull();
    expect(problem({}, { existing: watchesIn('t1', 1000) })).toContain('This workspace has 1000');
    expect(problem({}, { existing: watchesIn('t2', 99_999) })).toBeNull();
    expect(problem({}, { existing: watchesIn('t2', 100_000) })).toContain('100000');
  });
});

describe('an edit', () => {
  const edited: Watch = { ...defined(), ownerId: 'u1', createdAtMs: 1000, reportedAtMs: 2000 };

  it('keeps id, owner, beginning and report, whoever makes it', () => {
    const watch = defined({ query: 'zte', threshold: 0.9 }, { existing: [edited], edited });

    expect(watch).toEqual({ ...edited, query: 'zte', threshold: 0.9 });
  });

  it('may keep the name, and may be made in a full workspace', () => {
    const existing = [edited, ...watchesIn('t1', 999)];

    expect(problem({ threshold: 0.1 }, { existing, edited })).toBeNull();
  });

  it('may not take the name of another', () => {
    const other = { ...edited, id: 'w2', name: 'Fines' };

    expect(problem({ name: 'fines' }, { existing: [edited, other], edited })).toContain('already');
  });
});
