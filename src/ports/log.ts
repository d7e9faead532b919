/** Named values beside a log sentence. Never a secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One fixed sentence and fields; values are never glued into the sentence. */
export interface Log {
  info(sentence: string, fields?: LogFields): void;
  warn(sentence: string, fields?: LogFields): void;
  error(sentence: string, fields?: LogFields): void;
}
