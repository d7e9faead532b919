import type { Attempt } from '../../src/ports/publisher.ts';

/** An attempt that is never over, and whose pauses take no time. */
export const endlessAttempt: Attempt = { isOver: () => false, pause: async () => undefined };
