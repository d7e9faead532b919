import type { Clock } from '../../../src/ports/clock.ts';
import type { Publisher } from '../../../src/ports/publisher.ts';
import { createFakePlatformPublisher } from '../../fakes/fake-platform-publisher.ts';

export function openPublisher(settings: Readonly<Record<string, string>>, clock: Clock): Publisher {
  return createFakePlatformPublisher({ url: settings['url'] ?? '', platform: 'slack', clock });
}
