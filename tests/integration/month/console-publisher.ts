import { createConsolePublisher } from '../../../adapters/console/journal-publisher.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Publisher } from '../../../src/ports/publisher.ts';

export function openPublisher(settings: Readonly<Record<string, string>>, clock: Clock): Publisher {
  const journalPath = settings['journalPath'] ?? '';
  return createConsolePublisher({ journalPath, echo: () => undefined, color: false, clock });
}
