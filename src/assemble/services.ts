import { askQuestion } from '../ask/ask-question.ts';
import { judgeArticle, judgementNotice } from '../collect/judge-article.ts';
import { readGivenArticle } from '../collect/read-given-article.ts';
import type { ArticleJudgement, CommandPorts, CommandServices, StoryName } from '../commands/command.ts';
import { type ChosenStory, chooseStories } from '../deliver/choose-stories.ts';
import { headlineArticle } from '../deliver/compose-story.ts';
import { findStory } from '../deliver/find-story.ts';
import { type DigestSettings, type DigestTools, previewDigest } from '../deliver/run-digests.ts';
import { type SendTools, sendDeliveries } from '../deliver/send-deliveries.ts';
import { deskOf, writeStory } from '../deliver/write-story.ts';
import type { ChannelSettings } from '../domain/channel.ts';
import { channelKey } from '../domain/channel-key.ts';
import type { ChannelRef } from '../domain/delivery.ts';
import type { StoryDocument } from '../domain/message-document.ts';
import { neverPolled, noValidators, type SourceDefinition, type SourceState } from '../domain/source.ts';
import type { TopicLexicon } from '../domain/topic-lexicon.ts';
import type { ChannelDirectory } from '../ports/channel-directory.ts';
import type { ArchivedDigest } from '../ports/digest-store.ts';
import type { PayloadRenderer } from '../ports/payload-renderer.ts';
import type { SentenceIndex } from '../ports/sentence-index.ts';
import { consoleChannel } from './console-channel.ts';
import { createWatchServices, type WatchServiceTools } from './watch-services.ts';

export interface ServiceTools extends WatchServiceTools {
  readonly collect: WatchServiceTools['collect'] &
    Omit<CommandPorts, 'directory'> & { readonly sentences: SentenceIndex };
  readonly directory: ChannelDirectory;
  readonly configured: readonly SourceDefinition[];
  readonly firstSettings: ChannelSettings;
  /** Decides what a channel is told, whatever its schedule says. */
  readonly decideNow: (channel: ChannelRef) => Promise<void>;
  readonly digests: { readonly tools: DigestTools; readonly settings: DigestSettings };
  readonly send: SendTools;
  readonly lexicon: TopicLexicon;
  readonly renderers: readonly PayloadRenderer[];
}

/** The ports and the rooms' services as the commands use them. */
export function createServices(tools: ServiceTools): CommandServices {
  const { collect, lexicon, renderers, directory, firstSettings } = tools;
  const { clock, channels, watches, follows, digests, deliveries, desk, audit } = collect;
  return {
    ...{ clock, directory, channels, watches, follows, digests, deliveries, desk, audit },
    ...createWatchServices(tools),
    firstSettings,
    ask: (question) => askQuestion(question, collect.sentences, lexicon),
    listSources: () => listSources(tools),
    previewDigest: (channel, { all }) => previewNow(channel, all, tools),
    postDigest: (channel) => postNow(channel, tools),
    renderFor: (platform, messages) => {
      const renderer = renderers.find((candidate) => candidate.platform === platform);
      return messages.flatMap(
        ({ document, key, mentions }) => renderer?.render(document, key, mentions) ?? [],
      );
    },
    findStory: (words) => showStory(words, tools),
    nameStory: (words) => nameStory(words, tools),
    compareArticle: (article) => compareArticle(article, tools),
  };
}

async function previewNow(ref: ChannelRef, all: boolean, { collect, digests }: ServiceTools) {
  const channel = (await collect.channels.list()).find(
    (candidate) => channelKey(candidate.ref) === channelKey(ref),
  );
  return channel ? previewDigest(digests.tools, digests.settings, channel, { all }) : [];
}

/** Sends at once: where the command line runs alone, nobody else would. */
async function postNow(
  ref: ChannelRef,
  { collect, send, decideNow }: ServiceTools,
): Promise<ArchivedDigest | null> {
  const [before] = await collect.digests.archive(ref, 1);
  await decideNow(ref);
  await sendDeliveries(send);
  const [after] = await collect.digests.archive(ref, 1);
  return after && after.key !== before?.key ? after : null;
}

/** Sources that are configured and were not polled yet are listed too: the store learns of them at the first run. */
async function listSources({ collect, configured }: ServiceTools): Promise<readonly SourceState[]> {
  const stored = await collect.sources.list();
  const known = new Set(stored.map(({ source }) => source.id));
  const unknown = configured.filter(({ id }) => !known.has(id));
  return [...stored, ...unknown.map((source) => ({ source, validators: noValidators, health: neverPolled }))];
}

async function showStory(words: string, tools: ServiceTools): Promise<StoryDocument | null> {
  const chosen = await chosenBy(words, tools);
  if (!chosen) return null;
  const { tools: writing, settings } = tools.digests;
  const story = await writeStory(chosen, deskOf(writing, settings));
  return { kind: 'story', rank: 1, story, revised: null };
}

async function nameStory(words: string, tools: ServiceTools): Promise<StoryName | null> {
  const chosen = await chosenBy(words, tools);
  return chosen ? { storyId: chosen.storyId, headline: headlineArticle(chosen).title } : null;
}

async function chosenBy(words: string, { collect, digests }: ServiceTools): Promise<ChosenStory | null> {
  const { stories } = await digests.tools.digests.untold(consoleChannel, { all: true });
  const found = findStory(words, stories);
  const [chosen] = found ? chooseStories([found], collect.clock.nowMs()) : [];
  return chosen ?? null;
}

async function compareArticle(article: string, { collect, limits }: ServiceTools): Promise<ArticleJudgement> {
  const reading = await readGivenArticle(article, collect, limits);
  if (reading.kind === 'refused') return reading;
  const { prepared, comparison } = await judgeArticle(reading.raw, collect.clock.nowMs(), collect);
  return { kind: 'compared', document: judgementNotice(prepared, comparison) };
}
