/** A pattern ready to be searched for, in time linear in the text. */
export interface LinearPattern {
  /** The first match as it stands in the text, `null` for none. */
  firstMatch(text: string): string | null;
}

export type PatternOutcome =
  | { readonly kind: 'ok'; readonly pattern: LinearPattern }
  /** `problem` is a sentence that says what to write instead. */
  | { readonly kind: 'invalid'; readonly problem: string };

/** Regular expressions of the RE2 class: no backtracking, so that none can explode. */
export interface RegexEngine {
  compile(source: string): PatternOutcome;
}
