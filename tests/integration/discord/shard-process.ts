import { createDiscordApp } from '../../../adapters/discord/app.ts';
import { wait } from '../../../adapters/system/wait.ts';
import { chatDeskFor } from '../../../src/assemble/chat-desk-for.ts';
import { Secret } from '../../../src/domain/config.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { RecordingLog } from '../../fakes/recording-log.ts';
import { ScriptedCommands } from '../../fakes/scripted-commands.ts';

/** One process of the bot: `node shard-process.ts API_URL TOKEN`. */
const [, , apiUrl = '', token = ''] = process.argv;
const store = inMemoryStore();
const clock = new FixedClock('2026-11-26T09:00:00Z');
const log = new RecordingLog();
const app = createDiscordApp({
  ...{ ...store, clock, log, wait },
  config: { token: new Secret(token), apiUrl },
  settings: { developmentGuildId: null, layout: 'components', crossposts: false, shards: 'auto' },
});
process.once('SIGTERM', () => {
  void app.stop().then(() => process.exit(0));
});
await app.start(chatDeskFor(app, { commands: new ScriptedCommands(), store, clock, log }));
