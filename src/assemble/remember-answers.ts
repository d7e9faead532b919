import type { Clock } from '../ports/clock.ts';

interface MemorySpan<Answer> {
  /** How long an answer is good, from when it was asked for. */
  readonly keptMs: (answer: Answer) => number;
  /** Answers that are kept; those asked for first are forgotten first. */
  readonly mostKept: number;
}

interface Known<Answer> {
  readonly answer: Promise<Answer>;
  readonly fromMs: number;
  untilMs: number;
}

/** Asks once for what many want to know, by key. What failed is asked for again. */
export function rememberAnswers<Answer>(
  { keptMs, mostKept }: MemorySpan<Answer>,
  clock: Clock,
): (key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const known = new Map<string, Known<Answer>>();
  return (key, ask) => {
    const nowMs = clock.nowMs();
    const standing = known.get(key);
    if (standing && nowMs >= standing.fromMs && nowMs < standing.untilMs) return standing.answer;
    // While it is under way, everybody waits for the same.
    const asked: Known<Answer> = { answer: ask(), fromMs: nowMs, untilMs: Number.POSITIVE_INFINITY };
    asked.answer.then(
      (answer) => {
        asked.untilMs = nowMs + keptMs(answer);
      },
      () => {
        asked.untilMs = nowMs;
      },
    );
    known.delete(key);
    known.set(key, asked);
    for (const oldest of known.keys()) {
      if (known.size <= mostKept) break;
      known.delete(oldest);
    }
    return asked.answer;
  };
}
