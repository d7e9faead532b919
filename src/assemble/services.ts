import { askQuestion } from '../ask/ask-question.ts';
import { judgeArticle, judgementNotice } from '../collect/judge-article.ts';
import { readGivenArticle } from '../collect/read-given-article.ts';
import type { CollectLimits, CollectTools } from '../collect/run-collect.ts';
import type { ArticleJudgement, CommandServices } from '../commands/command.ts';
import { chooseStories } from '../deliver/choose-stories.ts';
import { findStory } from '../deliver/find-story.ts';
import { composeDigest, type DigestSettings, type DigestTools } from '../deliver/run-digests.ts';
import { deskOf, writeStory } from '../deliver/write-story.ts';
import type { ChannelRef } from '../domain/delivery.ts';
import type { StoryDocument } from '../domain/message-document.ts';
import { neverPolled, noValidators, type SourceDefinition, type SourceState } from '../domain/source.ts';
import type { TopicLexicon } from '../domain/topic-lexicon.ts';
import type { PayloadRenderer } from '../ports/payload-renderer.ts';
import type { SentenceIndex } from '../ports/sentence-index.ts';

export interface ServiceTools {
  readonly collect: CollectTools & { readonly sentences: SentenceIndex };
  readonly limits: CollectLimits;
  readonly configured: readonly SourceDefinition[];
  readonly digests: { readonly tools: DigestTools; readonly settings: DigestSettings };
  readonly lexicon: TopicLexicon;
  readonly renderers: readonly PayloadRenderer[];
  readonly channel: ChannelRef;
}

/** The rooms' services as the commands use them. */
export function createServices(tools: ServiceTools): CommandServices {
  const { collect, lexicon, renderers } = tools;
  return {
    ask: (question) => askQuestion(question, collect.sentences, lexicon),
    listSources: () => listSources(tools),
    composeDigest: ({ all }) => composeNow(tools, all),
    renderFor: (platform, documents) => {
      const renderer = renderers.find((candidate) => candidate.platform === platform);
      return documents.flatMap((document, index) => renderer?.render(document, `preview.${index}`) ?? []);
    },
    findStory: (words) => showStory(words, tools),
    compareArticle: (article) => compareArticle(article, tools),
  };
}

async function composeNow({ collect, digests, channel: ref }: ServiceTools, all: boolean) {
  const channels = await digests.tools.digests.channels();
  const channel = channels.find(({ ref: { channelId } }) => channelId === ref.channelId);
  if (!channel) return [];
  const untold = await digests.tools.digests.untold(ref, { all });
  const sources = await collect.sources.list();
  return composeDigest(channel, untold, sources, collect.clock.nowMs(), digests.tools, digests.settings);
}

/** Sources that are configured and were not polled yet are listed too: the store learns of them at the first run. */
async function listSources({ collect, configured }: ServiceTools): Promise<readonly SourceState[]> {
  const stored = await collect.sources.list();
  const known = new Set(stored.map(({ source }) => source.id));
  const unknown = configured.filter(({ id }) => !known.has(id));
  return [...stored, ...unknown.map((source) => ({ source, validators: noValidators, health: neverPolled }))];
}

async function showStory(
  words: string,
  { collect, digests, channel }: ServiceTools,
): Promise<StoryDocument | null> {
  const { stories } = await digests.tools.digests.untold(channel, { all: true });
  const found = findStory(words, stories);
  const [chosen] = found ? chooseStories([found], collect.clock.nowMs()) : [];
  if (!chosen) return null;
  const story = await writeStory(chosen, deskOf(digests.tools, digests.settings));
  return { kind: 'story', rank: 1, story };
}

async function compareArticle(article: string, { collect, limits }: ServiceTools): Promise<ArticleJudgement> {
  const reading = await readGivenArticle(article, collect, limits);
  if (reading.kind === 'refused') return reading;
  const { prepared, comparison } = await judgeArticle(reading.raw, collect.clock.nowMs(), collect);
  return { kind: 'compared', document: judgementNotice(prepared, comparison) };
}
