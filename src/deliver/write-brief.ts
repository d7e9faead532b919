import type { Brief, BriefMaterial, DraftSentence, SourceSentence } from '../domain/brief.ts';
import type { CitedSentence } from '../domain/citation.ts';
import { citationOf } from '../domain/grounding/cite.ts';
import { checkDraft } from '../domain/grounding/gate.ts';
import type { NameGroup } from '../domain/grounding/grounds.ts';
import { isNearDuplicate } from '../domain/grounding/near-duplicate.ts';
import { isQuotable } from '../domain/grounding/quotable.ts';
import type { BriefWriter, WriteOutcome } from '../ports/brief-writer.ts';

export interface BriefWriters {
  readonly preferred: BriefWriter;
  /** Writes when the preferred one cannot, or when nothing that it wrote may stand. */
  readonly fallback: BriefWriter;
}

/** A brief, and how it came about. */
export interface WrittenBrief extends Brief {
  /** Drafts in whose place the source's own sentence stands. */
  readonly replaced: number;
  /** Drafts that were left out: not grounded and without a sentence to show instead, or said before. */
  readonly dropped: number;
  /** Why the preferred writer's work is not shown, or not whole; a sentence. `null` when all went well. */
  readonly problem: string | null;
}

interface Stand {
  readonly sentences: readonly CitedSentence[];
  readonly replaced: number;
  readonly dropped: number;
  readonly reasons: readonly string[];
}

const nothingWritten = { sentences: [], writer: 'none', replaced: 0, dropped: 0 } as const;

/**
 * Writes the brief of a story. Nothing unsupported is shown: each sentence passed the gate, or is a source's own.
 * Never throws for what a writer does. `knownNames` are the topic's names with all their forms.
 */
export async function writeBrief(
  material: BriefMaterial,
  writers: BriefWriters,
  knownNames: readonly NameGroup[] = [],
): Promise<WrittenBrief> {
  const { storyId } = material;
  if (material.sentences.length === 0) {
    return { storyId, ...nothingWritten, problem: 'The story has no sentence to write from.' };
  }
  const preferred = await tryWriter(writers.preferred, material);
  if (preferred.kind === 'written') {
    const stand = settle(preferred.sentences, material, knownNames);
    if (stand.sentences.length > 0) {
      return { storyId, ...countsOf(stand), writer: preferred.writer, problem: problemOf(stand) };
    }
  }
  const problem = preferred.kind === 'written' ? noneStood(preferred) : preferred.problem;
  return writers.fallback === writers.preferred
    ? { storyId, ...nothingWritten, problem }
    : writeFallback(material, writers.fallback, problem);
}

async function writeFallback(
  material: BriefMaterial,
  writer: BriefWriter,
  problem: string,
): Promise<WrittenBrief> {
  const { storyId } = material;
  const outcome = await tryWriter(writer, material);
  if (outcome.kind === 'unavailable') {
    return { storyId, ...nothingWritten, problem: `${problem} ${outcome.problem}` };
  }
  const stand = settle(outcome.sentences, material, []);
  return { storyId, ...countsOf(stand), writer: outcome.writer, problem };
}

/** A writer that throws is down like any other; what it threw may hold a key, and is not passed on. */
export async function tryWriter(writer: BriefWriter, material: BriefMaterial): Promise<WriteOutcome> {
  try {
    return await writer.write(material);
  } catch {
    return { kind: 'unavailable', problem: 'The writer failed for a reason of its own.' };
  }
}

/** Decides draft by draft: it stands, its source's own sentence stands for it, or it goes. */
function settle(
  drafts: readonly DraftSentence[],
  material: BriefMaterial,
  knownNames: readonly NameGroup[],
): Stand {
  const sentences: CitedSentence[] = [];
  const reasons: string[] = [];
  let replaced = 0;
  let dropped = 0;
  for (const draft of drafts) {
    if (sentences.length >= material.maxSentences) break;
    const own = verbatimOf(draft, material.sentences);
    const result = own ?? checkDraft(draft, material.sentences, knownNames);
    const isRejected = result.kind === 'rejected';
    if (isRejected) reasons.push(...result.reasons);
    const sentence = isRejected ? standInFor(draft, material.sentences, sentences) : result.sentence;
    if (sentence && !repeats(sentence, sentences)) {
      sentences.push(sentence);
      replaced += Number(isRejected);
    } else {
      dropped += 1;
    }
  }
  return { sentences, replaced, dropped, reasons };
}

function repeats(sentence: CitedSentence, before: readonly CitedSentence[]): boolean {
  return before.some(({ text }) => isNearDuplicate(text, sentence.text));
}

/** A draft that is a source's own sentence needs no gate, only to be fit to be shown. */
function verbatimOf(draft: DraftSentence, sources: readonly SourceSentence[]) {
  const source = sources.find(({ number, text }) => draft.restsOn.includes(number) && text === draft.text);
  if (!source) return null;
  return isQuotable(source.text)
    ? { kind: 'grounded' as const, sentence: quoted(source) }
    : { kind: 'rejected' as const, reasons: ["The source's own sentence is not fit to be shown."] };
}

/** The first sentence that the draft cites, is fit to be shown, and has not been cited before. */
function standInFor(
  draft: DraftSentence,
  sources: readonly SourceSentence[],
  before: readonly CitedSentence[],
): CitedSentence | null {
  const isCited = ({ text, article }: SourceSentence) =>
    before.some(({ citations }) =>
      citations.some(({ quote, articleId }) => quote === text && articleId === article.id),
    );
  const source = draft.restsOn
    .map((number) => sources.find((candidate) => candidate.number === number))
    .find((candidate) => candidate && isQuotable(candidate.text) && !isCited(candidate));
  return source ? quoted(source) : null;
}

function quoted(source: SourceSentence): CitedSentence {
  return { text: source.text, citations: [citationOf(source)] };
}

function countsOf({ sentences, replaced, dropped }: Stand) {
  return { sentences, replaced, dropped };
}

function problemOf({ reasons }: Stand): string | null {
  return reasons.length === 0 ? null : `Not all drafts could stand: ${reasons.slice(0, 3).join(' ')}`;
}

function noneStood({ sentences }: { readonly sentences: readonly DraftSentence[] }): string {
  return sentences.length === 0
    ? 'The writer wrote no sentence.'
    : 'None of the sentences that the writer wrote could stand.';
}
