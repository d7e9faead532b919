/** The caller's words are off: exit 2. The message is a sentence that says what to write. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A command that could not do its work: exit 1. The message is a sentence. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}
