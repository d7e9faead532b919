import { DiscordAPIError } from 'discord.js';
import { beforeEach, expect, test } from 'vitest';
import type { AskApi } from '../../../../../adapters/discord/ask-api.ts';
import { createHomes, type Homes } from '../../../../../adapters/discord/homes.ts';
import { FixedClock } from '../../../../fakes/fixed-clock.ts';
import { inMemoryStore } from '../../../../fakes/in-memory-store.ts';
import { RecordingLog } from '../../../../fakes/recording-log.ts';

/** Members by server; `null` where Discord fails to say. */
const servers = new Map<string, readonly string[] | null>();
const asked: string[] = [];
let clock: FixedClock;
let homes: Homes;
let known: readonly string[] | null;

const ask = {
  async memberRoles(guildId: string, personId: string) {
    asked.push(guildId);
    const members = servers.get(guildId);
    if (members === null) throw new Error('socket hang up');
    if (members?.includes(personId)) return [];
    throw new DiscordAPIError({ code: 10_007, message: 'Unknown Member' }, 10_007, 404, 'GET', '/', {});
  },
  async guilds() {
    asked.push('all');
    return [...servers.keys()].map((id) => ({ id, name: id }));
  },
} as unknown as AskApi;

beforeEach(() => {
  servers.clear();
  asked.length = 0;
  for (const id of ['g1', 'g2', 'g3']) servers.set(id, []);
  known = ['g1', 'g2', 'g3'];
  clock = new FixedClock(0);
  const { channels, deliveries } = inMemoryStore();
  const log = new RecordingLog();
  homes = createHomes({ ask, channels, deliveries, guildIds: () => known, clock, log });
});

const home = () => homes.of({ personId: 'ada', deliveryKey: null });

test('servers are those that the Gateway told of, and Discord is asked for them only where it did not', async () => {
  servers.set('g2', ['ada']);

  expect(await home()).toBe('g2');
  expect(asked).toEqual(['g1', 'g2']);

  known = null;
  clock.advance(600_000);
  expect(await home()).toBe('g2');
  expect(asked).toContain('all');
});

test('that somebody is nowhere is remembered for ten minutes', async () => {
  expect(await home()).toBeNull();
  servers.set('g3', ['ada']);
  clock.advance(599_999);
  expect(await home()).toBeNull();
  expect(asked).toHaveLength(3);

  clock.advance(1);
  expect(await home()).toBe('g3');
});

test('what Discord failed to say is not remembered as nowhere', async () => {
  servers.set('g2', null);
  expect(await home()).toBeNull();

  servers.set('g2', ['ada']);
  expect(await home()).toBe('g2');
});

test('somebody is looked for once at a time', async () => {
  servers.set('g1', ['ada']);

  expect(await Promise.all([home(), home(), home()])).toEqual(['g1', 'g1', 'g1']);
  expect(asked).toEqual(['g1']);
});

test('the server in which somebody did something last is looked at first', async () => {
  servers.set('g1', ['ada']);
  servers.set('g3', ['ada']);
  homes.note('ada', 'g2');
  homes.note('ada', 'g3');

  expect(await home()).toBe('g3');
  expect(asked).toEqual(['g3']);
});

test('whoever left the server in which they did something last is looked for elsewhere', async () => {
  servers.set('g1', ['ada']);
  homes.note('ada', 'g3');

  expect(await home()).toBe('g1');
});

test('whoever was nowhere is found after they did something in a server', async () => {
  expect(await home()).toBeNull();

  servers.set('g3', ['ada']);
  homes.note('ada', 'g3');
  expect(await home()).toBe('g3');
});
