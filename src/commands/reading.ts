/** A value read from what somebody wrote, or the sentence that refuses it and says what to write. */
export type Reading<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly problem: string };

export function ok<T>(value: T): Reading<T> {
  return { kind: 'ok', value };
}

export function refused(problem: string): { readonly kind: 'refused'; readonly problem: string } {
  return { kind: 'refused', problem };
}
