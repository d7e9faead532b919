import type { Channel } from '../domain/delivery.ts';
import type { MessageDocument } from '../domain/message-document.ts';
import type { SourceState } from '../domain/source.ts';
import type { Clock } from '../ports/clock.ts';
import type { DigestDecision, DigestStore, Untold } from '../ports/digest-store.ts';
import type { Schedule } from '../ports/schedule.ts';
import type { SourceStore } from '../ports/source-store.ts';
import { chooseForChannel, decideDigest, digestDocuments } from './decide-digest.ts';
import { silenceNotice } from './silence-notice.ts';
import { deskOf, type WritingDesk, type WritingTools, writeStory } from './write-story.ts';

export interface DigestTools extends WritingTools {
  readonly digests: DigestStore;
  readonly sources: SourceStore;
  readonly schedule: Schedule;
  readonly clock: Clock;
}

export interface DigestSettings {
  readonly maxSentencesPerStory: number;
  readonly silenceAfterMs: number;
}

/**
 * Decides for every channel whose slot has come (for every channel with `dueOnly: false`) what it is told, and commits
 * the messages as owed. Slots missed while the bot was stopped are one digest: only the latest counts.
 */
export async function runDigests(
  tools: DigestTools,
  settings: DigestSettings,
  options: { readonly dueOnly: boolean },
): Promise<void> {
  const nowMs = tools.clock.nowMs();
  const sources = await tools.sources.list();
  const desk = deskOf(tools, settings);
  for (const channel of await tools.digests.channels()) {
    const slotMs = dueSlotMs(channel, tools.schedule, nowMs, options.dueOnly);
    if (slotMs === null) continue;
    const moment = { slotMs, nowMs, maySaySilence: options.dueOnly };
    const decision = await decideChannel(channel, sources, moment, desk, { ...tools, ...settings });
    const outcome = await tools.digests.commit(decision);
    const { channelId } = channel.ref;
    tools.log.info('Digest decided', { channelId, messages: decision.messages.length, outcome });
  }
}

/** The slot to act on, `null` when the latest was acted on already. */
function dueSlotMs(channel: Channel, schedule: Schedule, nowMs: number, dueOnly: boolean): number | null {
  if (!dueOnly) return nowMs;
  const slotMs = schedule.latestSlotMs(channel.digestCron, channel.zone, nowMs);
  return slotMs > channel.lastSlotMs ? slotMs : null;
}

async function decideChannel(
  channel: Channel,
  sources: readonly SourceState[],
  at: { readonly slotMs: number; readonly nowMs: number; readonly maySaySilence: boolean },
  desk: WritingDesk,
  { digests, silenceAfterMs }: Pick<DigestTools, 'digests'> & Pick<DigestSettings, 'silenceAfterMs'>,
): Promise<DigestDecision> {
  const untold = await digests.untold(channel.ref, { all: false });
  const documents = await composeWith(desk, channel, untold, sources, at.nowMs);
  if (documents.length > 0 || !at.maySaySilence) return decideDigest(channel, untold, documents, at);
  const silence = silenceNotice(channel, sources, silenceAfterMs, at.nowMs);
  return decideDigest(channel, untold, silence ? [silence] : [], at);
}

/** The documents that a channel would be told now; none when there is nothing to tell. */
export function composeDigest(
  channel: Channel,
  untold: Untold,
  sources: readonly SourceState[],
  nowMs: number,
  tools: WritingTools,
  settings: Pick<DigestSettings, 'maxSentencesPerStory'>,
): Promise<MessageDocument[]> {
  return composeWith(deskOf(tools, settings), channel, untold, sources, nowMs);
}

async function composeWith(
  desk: WritingDesk,
  channel: Channel,
  untold: Untold,
  sources: readonly SourceState[],
  nowMs: number,
): Promise<MessageDocument[]> {
  const choice = chooseForChannel(channel, untold, nowMs);
  if (choice.told.length === 0) return [];
  const entries = [];
  for (const story of choice.told) entries.push(await writeStory(story, desk));
  return digestDocuments(channel, entries, choice, sources, nowMs);
}
