/** What went wrong by accident, as the sentence that people are shown. */
export function sentenceOfError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
