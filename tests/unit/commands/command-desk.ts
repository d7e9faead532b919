import { parseFeed } from '../../../adapters/feeds/parse-feed.ts';
import { createRe2RegexEngine } from '../../../adapters/re2/re2-regex-engine.ts';
import { consoleDirectory } from '../../../src/assemble/channel-directory.ts';
import { rememberStories } from '../../../src/assemble/remember-stories.ts';
import { createSourceServices } from '../../../src/assemble/source-services.ts';
import { createWatchServices } from '../../../src/assemble/watch-services.ts';
import type { CommandServices } from '../../../src/commands/command.ts';
import { createCommandRunner } from '../../../src/commands/create-command-runner.ts';
import type { ChannelSettings } from '../../../src/domain/channel.ts';
import type { Actor, CommandAnswer } from '../../../src/domain/command.ts';
import type { ChannelRef } from '../../../src/domain/delivery.ts';
import type { SourceDefinition } from '../../../src/domain/source.ts';
import { directJudge } from '../../fakes/direct-judge.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { inMemoryStories } from '../../fakes/in-memory-stories.ts';
import { RecordingLog } from '../../fakes/recording-log.ts';
import { sampleLexicon, sampleTopic } from '../../fakes/sample-topic.ts';
import { ScriptedHttp } from '../../fakes/scripted-http.ts';

export const journal: ChannelRef = { platform: 'console', workspaceId: 'console', channelId: 'journal' };
/** A channel of another workspace, which has the same name. */
export const foreignJournal: ChannelRef = { platform: 'slack', workspaceId: 'T1', channelId: 'journal' };

const asking = { admins: 'workspace owners and admins', conversationId: null, language: 'en' } as const;

export const admin: Actor = { ...journal, ...asking, personId: 'operator', isAdmin: true };
export const reader: Actor = { ...journal, ...asking, personId: 'reader', isAdmin: false };
export const foreignAdmin: Actor = { ...foreignJournal, ...asking, personId: 'U1', isAdmin: true };

export const settings: ChannelSettings = {
  plan: { kind: 'times', weekday: [480], weekend: [480] },
  zone: 'UTC',
  quiet: null,
  style: 'full',
  maxStories: 8,
  threshold: 0,
  needsApproval: false,
  mentions: [],
  isPaused: false,
  language: 'en',
};

function notAsked(): never {
  throw new Error('This service was not to be asked.');
}

/**
 * The commands over a store in memory, with the journal and a channel of another workspace set up. `configured` are the
 * sources of the configuration, which no run has registered yet.
 */
export async function commandDesk(
  services: Partial<CommandServices> = {},
  configured: readonly SourceDefinition[] = [],
) {
  const clock = new FixedClock('2026-11-10T09:00:00Z');
  const store = inMemoryStore();
  await store.channels.configure({ ref: journal, settings }, clock.nowMs());
  await store.channels.configure({ ref: foreignJournal, settings }, clock.nowMs());
  const http = new ScriptedHttp();
  const collect = {
    ...store,
    clock,
    log: new RecordingLog(),
    judge: directJudge(sampleLexicon),
    http,
    feedParser: { parse: parseFeed },
    pageExtractor: { extract: notAsked },
  };
  const queryTools = { regexes: createRe2RegexEngine(), topic: sampleTopic };
  const runner = createCommandRunner({
    ...store,
    stories: rememberStories(inMemoryStories(store.articles)),
    clock,
    directory: consoleDirectory,
    firstSettings: settings,
    ask: notAsked,
    previewDigest: notAsked,
    postDigest: notAsked,
    renderFor: notAsked,
    findStory: notAsked,
    readStory: notAsked,
    nameStory: notAsked,
    compareArticle: notAsked,
    ...createWatchServices({ collect, limits: noLimits, queryTools }),
    ...createSourceServices({ collect, limits: noLimits, configured }),
    ...services,
  });
  const run = (name: string, options: Readonly<Record<string, string>> = {}, actor: Actor = admin) =>
    runner.run({ name, options }, actor);
  return { clock, store, http, runner, run };
}

const noLimits = {
  pollEveryMs: 0,
  maxEntriesPerRun: 0,
  feedMaxBytes: 0,
  pageMaxBytes: 0,
  requestTimeoutMs: 0,
  mostAttempts: 1,
};

/** The sentence of a refusal; fails when the answer is none. */
export function problemOf(answer: CommandAnswer): string {
  if (answer.kind === 'refused') return answer.problem;
  throw new Error(`Not refused, but answered with ${answer.kind}.`);
}

export function tableOf(answer: CommandAnswer) {
  if (answer.kind === 'table') return answer.table;
  throw new Error(`No table: ${JSON.stringify(answer)}`);
}
