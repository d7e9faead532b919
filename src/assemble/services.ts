import { askQuestion } from '../ask/ask-question.ts';
import { judgeArticle, judgementNotice } from '../collect/judge-article.ts';
import { readGivenArticle } from '../collect/read-given-article.ts';
import type { CollectLimits } from '../collect/run-collect.ts';
import type {
  ArticleJudgement,
  CommandPorts,
  CommandServices,
  ReadStory,
  StoryName,
} from '../commands/command.ts';
import { type ChosenStory, chooseStories } from '../deliver/choose-stories.ts';
import { headlineArticle } from '../deliver/compose-story.ts';
import { type DigestSettings, type DigestTools, previewDigest } from '../deliver/run-digests.ts';
import { type SendTools, sendDeliveries } from '../deliver/send-deliveries.ts';
import { deskOf, writeStory } from '../deliver/write-story.ts';
import type { ChannelSettings } from '../domain/channel.ts';
import { channelKey } from '../domain/channel-key.ts';
import type { ChannelRef } from '../domain/delivery.ts';
import { findHeadline } from '../domain/find-headline.ts';
import type { StoryDocument } from '../domain/message-document.ts';
import type { StoryMaterial } from '../domain/story.ts';
import type { TopicLexicon } from '../domain/topic-lexicon.ts';
import type { ChannelDirectory } from '../ports/channel-directory.ts';
import type { Clock } from '../ports/clock.ts';
import type { ArchivedDigest } from '../ports/digest-store.ts';
import type { PayloadRenderer } from '../ports/payload-renderer.ts';
import type { SentenceIndex } from '../ports/sentence-index.ts';
import type { StoryStore } from '../ports/story-store.ts';
import { rememberStories } from './remember-stories.ts';
import { createSourceServices, type SourceServiceTools } from './source-services.ts';
import { createWatchServices, type WatchServiceTools } from './watch-services.ts';

export interface ServiceTools extends WatchServiceTools, SourceServiceTools {
  readonly collect: WatchServiceTools['collect'] &
    Omit<CommandPorts, 'directory' | 'stories'> & {
      readonly sentences: SentenceIndex;
      readonly stories: StoryStore;
    };
  readonly limits: CollectLimits;
  readonly directory: ChannelDirectory;
  readonly firstSettings: ChannelSettings;
  /** Decides what a channel is told, whatever its schedule says. */
  readonly decideNow: (channel: ChannelRef) => Promise<void>;
  readonly digests: { readonly tools: DigestTools; readonly settings: DigestSettings };
  readonly send: SendTools;
  readonly lexicon: TopicLexicon;
  readonly renderers: readonly PayloadRenderer[];
}

/** Years of most topics. */
const mostStories = 100_000;

/** The ports and the rooms' services as the commands use them. */
export function createServices(tools: ServiceTools): CommandServices {
  const { collect, lexicon, renderers, directory, firstSettings } = tools;
  const { clock, channels, watches, follows, digests, deliveries, desk, audit } = collect;
  const { feedback, workspaces, conversations, sources, installations } = collect;
  const stories = rememberStories(collect.stories);
  return {
    ...{ clock, directory, channels, watches, follows, digests, deliveries, desk, audit },
    ...{ feedback, workspaces, conversations, stories, sources, installations },
    ...createWatchServices(tools),
    ...createSourceServices(tools),
    firstSettings,
    ask: (question, earlier) => askQuestion(question, collect.sentences, lexicon, earlier),
    previewDigest: (channel, { all }) => previewNow(channel, all, tools),
    postDigest: (channel) => postNow(channel, tools),
    renderFor: ({ platform, language }, messages) => {
      const renderer = renderers.find((candidate) => candidate.platform === platform);
      return messages.flatMap(
        ({ document, key, mentions }) => renderer?.render(document, { key, mentions, language }) ?? [],
      );
    },
    findStory: async (words) => showStory(await chosenBy(words, stories, clock), tools),
    readStory: async (words) => readStory(await chosenBy(words, stories, clock)),
    nameStory: async (words) => nameStory(await chosenBy(words, stories, clock)),
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

async function showStory(
  chosen: ChosenStory | null,
  { digests }: ServiceTools,
): Promise<StoryDocument | null> {
  if (!chosen) return null;
  const story = await writeStory(chosen, deskOf(digests.tools, digests.settings));
  return { kind: 'story', rank: 1, story, revised: null };
}

function readStory(chosen: ChosenStory | null): ReadStory | null {
  const name = nameStory(chosen);
  return chosen && name ? { ...name, articles: chosen.articles } : null;
}

function nameStory(chosen: ChosenStory | null): StoryName | null {
  return chosen ? { storyId: chosen.storyId, headline: headlineArticle(chosen).title } : null;
}

/** By its id or its headlines: the texts of all that is known would hold the main loop for seconds. */
async function chosenBy(words: string, stories: StoryStore, clock: Clock): Promise<ChosenStory | null> {
  const found = (await stories.find(words.trim())) ?? (await bestStory(words, stories));
  const [chosen] = found ? chooseStories([found], clock.nowMs()) : [];
  return chosen ?? null;
}

async function bestStory(words: string, stories: StoryStore): Promise<StoryMaterial | null> {
  const best = findHeadline(words, await stories.headlines({ afterSequence: 0, limit: mostStories }));
  return best ? stories.find(best.storyId) : null;
}

async function compareArticle(article: string, { collect, limits }: ServiceTools): Promise<ArticleJudgement> {
  const reading = await readGivenArticle(article, collect, limits);
  if (reading.kind === 'refused') return reading;
  const { prepared, comparison } = await judgeArticle(reading.raw, collect.clock.nowMs(), collect);
  return { kind: 'compared', document: judgementNotice(prepared, comparison) };
}
