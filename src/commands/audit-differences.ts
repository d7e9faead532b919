import type { AuditEntry } from '../domain/audit.ts';

/** One value that a change touched, as texts; `–` stands where there was or is nothing. */
export interface Difference {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

const nothing = '–';

/** What differs between before and after: value by value where both are objects, as a whole otherwise. */
export function auditDifferences({
  before,
  after,
}: Pick<AuditEntry, 'before' | 'after'>): readonly Difference[] {
  const was = fieldsOf(before);
  const is = fieldsOf(after);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((what) => ({ what, before: textOf(was[what]), after: textOf(is[what]) }))
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

function textOf(value: unknown): string {
  if (value === null || value === undefined) return nothing;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
