/** Environment variables by name; one that is set to nothing counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The process's own environment. Nothing else reads it. */
export function environment(): Environment {
  return { ...process.env };
}
