/** One thing that was looked at, of the program or of a platform. `advice` says what to do; `null` when all is well. */
export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly advice: string | null;
}

export function passed(check: string, detail: string): Finding {
  return { check, ok: true, detail, advice: null };
}

export function failed(check: string, detail: string, advice: string): Finding {
  return { check, ok: false, detail, advice };
}
