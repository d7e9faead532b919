import type { RawArticle } from '../domain/article.ts';
import { unknownMoment } from '../domain/moment.ts';
import { readPlainDocument } from '../domain/read-plain-document.ts';
import { safeLink } from '../domain/text/safe-link.ts';
import { type ReadLimits, type ReadTools, readEntry } from './read-entry.ts';

export type GivenReading =
  | { readonly kind: 'read'; readonly raw: RawArticle }
  /** `problem` is a sentence that says what to write instead. */
  | { readonly kind: 'refused'; readonly problem: string };

/** Not shown with what was given: an address may hold a password. */
const neitherProblem =
  'This is neither an address that can be fetched nor the text of an article. Write the whole address, beginning ' +
  'with https:// and without a user name or password, or paste the text.';

/** Reads what a person names: an address is fetched through the guarded client, anything else is the article's text. */
export async function readGivenArticle(
  given: string,
  tools: ReadTools,
  limits: ReadLimits,
): Promise<GivenReading> {
  // The URL parser drops line breaks: a text that begins with its address would else be one long address.
  if (/\s/u.test(given.trim())) return pasted(given);
  const link = safeLink(given);
  if (link) return fetched(link.href, link.host, tools, limits);
  return looksLikeAddress(given.trim()) ? { kind: 'refused', problem: neitherProblem } : pasted(given);
}

/** Of a text without spaces: Chinese is written so too, and names no scheme and is not in ASCII throughout. */
function looksLikeAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^[!-~]*[.:/][!-~]*$/.test(text);
}

function pasted(text: string): GivenReading {
  return { kind: 'read', raw: { ...readPlainDocument(text), kind: 'report' } };
}

async function fetched(
  url: string,
  name: string,
  tools: ReadTools,
  limits: ReadLimits,
): Promise<GivenReading> {
  const entry = { key: url, url, title: '', publishedAt: unknownMoment, summary: '', content: '' };
  const source = { id: name, name, url, tier: 'wire', lang: 'und', verified: false } as const;
  // Somebody waits for the answer: there is no later attempt.
  const reading = await readEntry({ entry, attempts: limits.mostAttempts }, source, tools, limits);
  return reading.kind === 'read' ? reading : { kind: 'refused', problem: reading.problem };
}
