import type { BriefMaterial, SourceSentence } from '../../src/domain/brief.ts';
import { isNearDuplicate } from '../../src/domain/grounding/near-duplicate.ts';
import { isQuotable } from '../../src/domain/grounding/quotable.ts';
import type { BriefWriter, WriteOutcome } from '../../src/ports/brief-writer.ts';
import { type SentencePlace, scoreSentence } from './score-sentence.ts';
import { unfitFor } from './unfit-sentence.ts';

/** Raise it when a change of the rules makes another choice of sentences. */
const writerVersion = 'extractive/1';
/** A brief opens with one of the first sentences of an article. */
const leadSentences = 3;

interface Candidate {
  readonly source: SourceSentence;
  readonly place: SentencePlace;
  readonly score: number;
}

/**
 * Writes a brief of the sources' own sentences: the best lead, then what is new and says most, in the order of the
 * material. Needs no model and no network, and answers the same for the same material.
 */
export function createExtractiveWriter(): BriefWriter {
  async function write(material: BriefMaterial): Promise<WriteOutcome> {
    const sentences = chooseSentences(material);
    if (sentences.length === 0) {
      return { kind: 'unavailable', problem: 'No sentence of the sources is fit to be shown.' };
    }
    return {
      kind: 'written',
      sentences: sentences.map(({ text, number }) => ({ text, restsOn: [number] })),
      writer: writerVersion,
    };
  }
  return { write };
}

function chooseSentences(material: BriefMaterial): readonly SourceSentence[] {
  const candidates = candidatesOf(material);
  const lead = best(candidates.filter(({ place }) => place.sentenceRank < leadSentences)) ?? best(candidates);
  if (!lead) return [];
  const chosen = [lead.source];
  for (const { source } of [...candidates].sort((a, b) => b.score - a.score)) {
    if (chosen.length >= material.maxSentences) break;
    if (!chosen.some(({ text }) => isNearDuplicate(text, source.text))) chosen.push(source);
  }
  const others = chosen.slice(1).sort((a, b) => a.number - b.number);
  return [lead.source, ...others].slice(0, material.maxSentences);
}

function best(candidates: readonly Candidate[]): Candidate | undefined {
  return [...candidates].sort((a, b) => b.score - a.score)[0];
}

/** Fit sentences with their scores; where none is fit, any that may be quoted, rather than an empty brief. */
function candidatesOf(material: BriefMaterial): readonly Candidate[] {
  const quotable = material.sentences.filter(({ text }) => isQuotable(text));
  const fit = quotable.filter(({ text }) => unfitFor(text) === null);
  const usable =
    fit.length > 0 ? fit : quotable.filter(({ text }) => !/^(?:caption|by-line)$/.test(unfitFor(text) ?? ''));
  // Ranks count usable sentences: a by-line above the lead must not push it down.
  const articleIds = [...new Set(usable.map(({ article }) => article.id))];
  const seen = new Map<string, number>();
  return usable.map((source) => {
    const sentenceRank = seen.get(source.article.id) ?? 0;
    seen.set(source.article.id, sentenceRank + 1);
    const place = { articleRank: articleIds.indexOf(source.article.id), sentenceRank };
    return { source, place, score: scoreSentence(source, place, material) };
  });
}
