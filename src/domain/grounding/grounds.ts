import type { SourceSentence } from '../brief.ts';
import { foldHan } from '../text/fold-han.ts';

/** Names that mean the same party, body or place, in any script: `['Huawei', '华为', '華為']`. */
export type NameGroup = readonly string[];

/** What a draft sentence may rest on, folded for comparing. */
export interface Grounds {
  readonly cited: readonly SourceSentence[];
  /** The cited sentences, folded. */
  readonly texts: readonly string[];
  /** Titles and publishers of the cited articles, folded: names may come from there, figures may not. */
  readonly headings: readonly string[];
  /** Every sentence of the material, folded: tells a common word from a name. */
  readonly allTexts: readonly string[];
  readonly knownNames: readonly NameGroup[];
}

/** A rule answers a sentence for each thing that the cited sentences do not hold; none when all is well. */
export type GroundingRule = (draft: string, grounds: Grounds) => readonly string[];

/**
 * One form for what looks the same: full-width letters and digits, dashes, apostrophes and spaces. Letter
 * case stays. The Chinese comma gets a space, so that NFKC does not join two figures into one.
 */
export function foldText(text: string): string {
  return text
    .replaceAll('，', '， ')
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc\u2032]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** For comparing names and words, not for quotations: traditional characters also have their simplified form. */
export function foldForGrounds(text: string): string {
  return foldHan(foldText(text));
}

export function groundsOf(
  cited: readonly SourceSentence[],
  sources: readonly SourceSentence[],
  knownNames: readonly NameGroup[],
): Grounds {
  return {
    cited,
    texts: cited.map((source) => foldForGrounds(source.text)),
    headings: cited.flatMap(({ article }) => [
      foldForGrounds(article.title),
      foldForGrounds(article.publisher ?? ''),
    ]),
    allTexts: sources.map((source) => foldForGrounds(source.text)),
    knownNames: knownNames.map((group) => group.map(foldHan)),
  };
}

/** Stands in for text that a reading has used up: as long, and neither letter nor digit nor space. */
export function blank(text: string): string {
  return '_'.repeat(text.length);
}
