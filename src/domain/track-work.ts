/** Work that goes on after whoever brought it was answered. */
export interface WorkTracker {
  /** Runs it; a failure is told under `what` and goes no further. Resolves when it is done, either way. */
  run(what: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is under way, what was begun meanwhile included. */
  idle(): Promise<void>;
}

export function createWorkTracker(onFailure: (what: string, problem: string) => void): WorkTracker {
  const underWay = new Set<Promise<void>>();
  return {
    run(what, work) {
      const done = settled(work, (problem) => onFailure(what, problem));
      underWay.add(done);
      return done.finally(() => underWay.delete(done));
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

async function settled(work: () => Promise<void>, failed: (problem: string) => void): Promise<void> {
  try {
    await work();
  } catch (error) {
    failed(error instanceof Error ? error.message : String(error));
  }
}
