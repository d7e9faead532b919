import { expect, test } from 'vitest';
import { chatDeskFor } from '../../../src/assemble/chat-desk-for.ts';
import type { PlatformApp } from '../../../src/assemble/platform-app.ts';
import { createPlatformStarter } from '../../../src/assemble/start-platforms.ts';
import type { ChatDesk } from '../../../src/ports/chat-desk.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { RecordingLog } from '../../fakes/recording-log.ts';
import { createRecordingPublisher } from '../../fakes/recording-publisher.ts';
import { ScriptedCommands } from '../../fakes/scripted-commands.ts';

/** A platform that is up or down as a test says. */
class SwitchedPlatform implements PlatformApp {
  readonly platform = 'discord';
  readonly buttonChars = 100;
  readonly publisher = createRecordingPublisher();
  readonly directory = { find: async () => null, nameOf: async () => '#news', maySee: async () => true };
  readonly httpHandler = null;
  starts = 0;
  stops = 0;
  problem: string | null = null;
  /** Where set, a start waits for it. */
  gate: Promise<void> | null = null;
  #isRunning = false;

  async start(_: ChatDesk): Promise<void> {
    this.starts += 1;
    await this.gate;
    if (this.problem !== null) throw new Error(this.problem);
    this.#isRunning = true;
  }

  isRunning(): boolean {
    return this.#isRunning;
  }

  end(): void {
    this.#isRunning = false;
  }

  async stop(): Promise<void> {
    this.stops += 1;
    this.#isRunning = false;
  }

  async check() {
    return [];
  }
}

function starterOf(...platforms: readonly PlatformApp[]) {
  const log = new RecordingLog();
  const clock = new FixedClock('2026-11-26T09:00:00Z');
  const parts = { commands: new ScriptedCommands(), store: inMemoryStore(), clock, log };
  return { log, starter: createPlatformStarter(platforms, (app) => chatDeskFor(app, parts), log) };
}

test('a platform that does not let the bot in is tried again, and keeps no other', async () => {
  const [closed, open] = [new SwitchedPlatform(), new SwitchedPlatform()];
  closed.problem = 'The token is unknown.';
  const { starter, log } = starterOf(closed, open);

  await starter.startMissing();
  closed.problem = null;
  await starter.startMissing();
  await starter.startMissing();

  expect([closed.starts, open.starts]).toEqual([2, 1]);
  expect(log.records.find(({ level }) => level === 'error')?.fields).toMatchObject({
    problem: 'The token is unknown.',
  });
});

test('a platform whose connection has ended is started again', async () => {
  const platform = new SwitchedPlatform();
  const { starter } = starterOf(platform);

  await starter.startMissing();
  platform.end();
  await starter.startMissing();

  expect(platform.starts).toBe(2);
  expect(platform.isRunning()).toBe(true);
});

test('a start that succeeds after the stop is undone, and nobody is told that it is connected', async () => {
  const platform = new SwitchedPlatform();
  const gate = Promise.withResolvers<void>();
  platform.gate = gate.promise;
  const { starter, log } = starterOf(platform);

  const starting = starter.startMissing();
  await starter.stop();
  gate.resolve();
  await starting;

  expect(platform.isRunning()).toBe(false);
  expect(log.records).toEqual([]);
});
