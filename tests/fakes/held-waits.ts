interface Held {
  readonly ms: number;
  readonly release: () => void;
}

/** Waits that a test ends by hand, or that their signal ends. */
export class HeldWaits {
  readonly held: Held[] = [];
  /** Every wait that was asked for, in milliseconds. */
  readonly asked: number[] = [];

  readonly wait = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      this.asked.push(ms);
      signal.throwIfAborted();
      const held = { ms, release: resolve };
      this.held.push(held);
      signal.addEventListener('abort', () => {
        this.held.splice(this.held.indexOf(held), 1);
        reject(signal.reason);
      });
    });

  /** Ends the waits of this length. */
  release(ms: number): void {
    for (const held of [...this.held]) {
      if (held.ms !== ms) continue;
      this.held.splice(this.held.indexOf(held), 1);
      held.release();
    }
  }
}
