import type { DraftSentence, SourceSentence } from '../brief.ts';
import type { CitedSentence } from '../citation.ts';
import { checkDates } from './check-dates.ts';
import { checkFigures } from './check-figures.ts';
import { checkHanNames } from './check-han-names.ts';
import { checkNames } from './check-names.ts';
import { checkPolarity } from './check-polarity.ts';
import { checkQuotations } from './check-quotations.ts';
import { checkSupport } from './check-support.ts';
import { citationOf } from './cite.ts';
import { foldForGrounds, type GroundingRule, groundsOf, type NameGroup } from './grounds.ts';
import { checkInstructions } from './instructions.ts';
import { textHazards } from './text-hazards.ts';

/** Each reason is a sentence; a rejected draft has at least one. */
export type GateResult =
  | { readonly kind: 'grounded'; readonly sentence: CitedSentence }
  | { readonly kind: 'rejected'; readonly reasons: readonly string[] };

const maxCharacters = 400;
/** A draft that cites everything would be grounded in anything. */
const maxCitations = 4;

const rules: readonly GroundingRule[] = [
  checkFigures,
  checkDates,
  checkNames,
  checkHanNames,
  checkPolarity,
  checkSupport,
];

/**
 * Whether a draft sentence may stand: it cites sentences that exist, and its figures, dates, quotations and names
 * are found in them; it holds no link, mention, markup or instruction, and turns no statement around. The rules
 * read English and Chinese. What they cannot see is a wrong relation between right parts.
 * `knownNames` are names with several forms (a topic's aliases): a cited 华为 grounds "Huawei".
 */
export function checkDraft(
  sentence: DraftSentence,
  sources: readonly SourceSentence[],
  knownNames: readonly NameGroup[] = [],
): GateResult {
  const text = sentence.text.trim();
  const formal = [...checkForm(text), ...checkCitations(sentence.restsOn, sources)];
  // The other rules need cited sentences, and a bounded text: their patterns are run on what a model made up.
  if (formal.length > 0) return { kind: 'rejected', reasons: formal };
  const cited = sources.filter(({ number }) => sentence.restsOn.includes(number));
  const grounds = groundsOf(cited, sources, knownNames);
  const folded = foldForGrounds(text);
  const reasons = [
    ...textHazards(text),
    ...checkInstructions(text),
    ...checkQuotations(text, grounds),
    ...rules.flatMap((rule) => rule(folded, grounds)),
  ];
  if (reasons.length > 0) return { kind: 'rejected', reasons };
  return { kind: 'grounded', sentence: { text, citations: cited.map(citationOf) } };
}

function checkForm(text: string): readonly string[] {
  if (text === '') return ['It is empty.'];
  if (text.length > maxCharacters) return [`It is longer than ${maxCharacters} characters.`];
  if (text.includes('\n')) return ['It has a line break in it.'];
  return /(?!\d)\p{Nd}/u.test(text.normalize('NFKC')) ? ['It holds digits of another script.'] : [];
}

function checkCitations(restsOn: readonly number[], sources: readonly SourceSentence[]): readonly string[] {
  if (restsOn.length === 0) return ['It cites nothing.'];
  if (new Set(restsOn).size > maxCitations) return [`It cites more than ${maxCitations} sentences.`];
  return restsOn
    .filter((number) => !sources.some((source) => source.number === number))
    .map((number) => `It cites sentence ${number}, which does not exist.`);
}
