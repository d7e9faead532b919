/** A place in the law, or an export control classification number. */
export interface LegalCitation {
  readonly system: 'cfr' | 'fr' | 'usc' | 'eccn';
  /** Title or volume; `null` where the text names none ("Part 744"), and for classification numbers. */
  readonly volume: string | null;
  /** Lower case, without spaces and commas: `744.16(a)`, `22961`, `3a090.a`. */
  readonly number: string;
}

export interface CitationInText {
  readonly citation: LegalCitation;
  readonly start: number;
  readonly end: number;
}

const section = String.raw`\d{1,4}[a-z]?(?:\.\d+)?(?:\([a-z0-9]{1,4}\))*`;
const sign = String.raw`(?:§{1,2}|\bsections?\b|\bsecs?\.|\bparts?\b|\bpts?\.)`;
/** Further numbers of a list need a point: in "15 CFR 744, 30 days" the second number is none of the law's. */
const more = String.raw`(?:\s*(?:,|;|and|or|through|&)\s*)+(?:§{1,2}\s*)?\d{1,4}\.\d+(?:\([a-z0-9]{1,4}\))*`;
const cfr = new RegExp(
  String.raw`(?:\b(?<volume>\d{1,2})\s*C\.?\s?F\.?\s?R\.?\s*(?:${sign}\s*)?|${sign}\s*)(?<list>${section}(?:${more})*)`,
  'giu',
);
const register = /\b(?<volume>\d{2,3})\s*(?:F\.?\s?R\.?|Fed\.?\s*Reg\.?)\s*(?<list>\d(?:[\d,]*\d)?)/giu;
const code = new RegExp(
  String.raw`\b(?<volume>\d{1,2})\s*U\.?\s?S\.?\s?C\.?\s*(?:${sign}\s*)?(?<list>\d+[a-z]*(?:\([a-z0-9]{1,4}\))*)`,
  'giu',
);
const classification = /\b(?<list>\d[A-E]\d{3}(?:\.[a-z0-9]{1,3})*)\b/giu;
const sections = new RegExp(section, 'giu');

const systems = [
  { system: 'cfr', pattern: cfr },
  { system: 'fr', pattern: register },
  { system: 'usc', pattern: code },
  { system: 'eccn', pattern: classification },
] as const;

/** All citations of a text, whatever their spelling: `15 C.F.R. §§ 744.11 and 744.16`, `84 Fed. Reg. 22,961`. */
export function readCitations(text: string): readonly CitationInText[] {
  return systems.flatMap(({ system, pattern }) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => {
      const { volume = null, list = '' } = match.groups ?? {};
      const span = { start: match.index, end: match.index + match[0].length };
      return numbersOf(system, list).map((number) => ({ citation: { system, volume, number }, ...span }));
    }),
  );
}

function numbersOf(system: LegalCitation['system'], list: string): readonly string[] {
  if (system === 'cfr') return Array.from(list.matchAll(sections), ([number]) => number.toLowerCase());
  return [list.toLowerCase().replaceAll(',', '')];
}

/** The citation that a text is as a whole; `null` when it is something else, as "Entity List" is. */
export function citationOf(text: string): LegalCitation | null {
  const trimmed = text.trim();
  const whole = readCitations(trimmed).find(({ start, end }) => start === 0 && end === trimmed.length);
  return whole?.citation ?? null;
}

/** Whether `found` is `wanted` or a place inside it: 744 holds 744.16 and 744.16(a), and not 7441. */
export function isWithin(wanted: LegalCitation, found: LegalCitation): boolean {
  if (wanted.system !== found.system) return false;
  if (wanted.volume !== null && found.volume !== null && wanted.volume !== found.volume) return false;
  if (!found.number.startsWith(wanted.number)) return false;
  return !/^[a-z0-9]/.test(found.number.slice(wanted.number.length));
}

/** What two citations have in common when one is within the other. */
export function citationRoot({ system, number }: LegalCitation): string {
  return `cite:${system}:${number.replace(/[.(].*$/, '')}`;
}
