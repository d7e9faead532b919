import type { AuditEntry } from '../domain/audit.ts';
import type { DigestPlan, QuietHours } from '../domain/channel.ts';
import { planText } from '../domain/local-time-texts.ts';
import type { Mention } from '../domain/mention.ts';
import type { FollowersBy } from '../domain/workspace.ts';
import { followersText } from './read-followers.ts';
import { mentionsText } from './read-mentions.ts';
import { quietHoursText } from './read-quiet-hours.ts';

/** One value that a change touched, as texts. */
export interface Difference {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** Stands where there was or is nothing. */
export const nothing = '–';

/** What a watch has for the program's own use. */
const bookkeeping: ReadonlySet<string> = new Set(['id', 'createdAtMs', 'reportedAtMs']);

/** Values that are more than a word; entries are read as they were written by this program. */
const readers: Readonly<Record<string, (value: unknown) => string>> = {
  plan: (value) => planText(value as DigestPlan),
  quiet: (value) => quietHoursText(value as QuietHours),
  mentions: (value) => mentionsText(value as readonly Mention[]),
  followersBy: (value) => followersText(value as FollowersBy),
  channel: (value) => (isRecord(value) ? String(value['channelId']) : String(value)),
};

/** What differs between before and after: value by value where both are objects, as a whole otherwise. */
export function auditDifferences({
  before,
  after,
}: Pick<AuditEntry, 'before' | 'after'>): readonly Difference[] {
  const was = fieldsOf(before);
  const is = fieldsOf(after);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((what) => !bookkeeping.has(what))
    .map((what) => ({ what, before: textOf(what, was[what]), after: textOf(what, is[what]) }))
    .filter((difference) => difference.before !== difference.after);
}

function fieldsOf(json: string | null): Readonly<Record<string, unknown>> {
  if (json === null) return {};
  const value: unknown = JSON.parse(json);
  return isRecord(value) ? value : { value };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** In the words in which people set it. */
function textOf(what: string, value: unknown): string {
  if (value === null || value === undefined) return nothing;
  return readers[what]?.(value) ?? (typeof value === 'string' ? value : JSON.stringify(value));
}
