/** Connections that one host has to bear at a time. */
const maxInFlight = 2;

interface HostLine {
  inFlight: number;
  isPausing: boolean;
  readonly waiting: (() => void)[];
}

export interface HostTurns {
  /** Resolves when a request to the host may start; its result ends the turn and must be called once. */
  take(hostname: string): Promise<() => void>;
}

/**
 * Lets requests to one host start at most every `delayMs`, in the order they came, and at most two at a time.
 * Pausing needs no clock: one that is set back would otherwise stop a host for as long. An aborted `stopped` ends every pause.
 */
export function createHostTurns(
  delayMs: number,
  wait: (ms: number, signal: AbortSignal) => Promise<void>,
  stopped: AbortSignal,
): HostTurns {
  const lines = new Map<string, HostLine>();

  function advance(hostname: string, line: HostLine): void {
    while (!line.isPausing && line.inFlight < maxInFlight) {
      const start = line.waiting.shift();
      if (!start) break;
      line.inFlight += 1;
      if (delayMs > 0) pause(hostname, line);
      start();
    }
    if (line.inFlight === 0 && !line.isPausing && line.waiting.length === 0) lines.delete(hostname);
  }

  function pause(hostname: string, line: HostLine): void {
    line.isPausing = true;
    const resume = (): void => {
      line.isPausing = false;
      advance(hostname, line);
    };
    wait(delayMs, stopped).then(resume, resume);
  }

  return {
    take(hostname) {
      const line = lines.get(hostname) ?? { inFlight: 0, isPausing: false, waiting: [] };
      lines.set(hostname, line);
      return new Promise((resolve) => {
        line.waiting.push(() =>
          resolve(() => {
            line.inFlight -= 1;
            advance(hostname, line);
          }),
        );
        advance(hostname, line);
      });
    },
  };
}
