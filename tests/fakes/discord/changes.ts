/** Lets a test wait for a state instead of a moment. */
export interface Changes {
  /** Something happened: whoever waits looks again. */
  notify(): void;
  until<Found>(look: () => Found | undefined | false, withinMs: number): Promise<Found>;
}

/** What a client does with what it was sent is no event of the fake: it is looked for so often. */
const lookEveryMs = 5;

export function createChanges(): Changes {
  const waiting = new Set<() => void>();
  return {
    notify() {
      for (const look of waiting) look();
    },
    until(look, withinMs) {
      return new Promise((resolve, reject) => {
        const end = () => {
          waiting.delete(attempt);
          clearTimeout(deadline);
          clearInterval(again);
        };
        const deadline = setTimeout(() => {
          end();
          reject(new Error(`The fake Discord did not see what was waited for within ${withinMs} ms.`));
        }, withinMs);
        const attempt = () => {
          const found = look();
          if (found === undefined || found === false) return;
          end();
          resolve(found);
        };
        const again = setInterval(attempt, lookEveryMs);
        waiting.add(attempt);
        attempt();
      });
    },
  };
}
