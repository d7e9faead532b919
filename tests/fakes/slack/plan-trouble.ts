import type { SlackTrouble } from './people.ts';
import type { SocketHub } from './server/socket-hub.ts';
import type { PlannedTrouble, SlackState } from './state.ts';

export function createTrouble(
  state: SlackState,
  hub: SocketHub,
  setRequestUrl: SlackTrouble['setRequestUrl'],
): SlackTrouble {
  function plan(method: string, trouble: PlannedTrouble): void {
    state.troubles.set(method, [...(state.troubles.get(method) ?? []), trouble]);
  }

  return {
    refreshConnections: () => hub.disconnect('refresh_requested'),
    warnConnections: () => hub.disconnect('warning'),
    dropConnections: () => hub.drop(),
    resetConnections: () => hub.reset(),
    rateLimitNext: (method, seconds) => plan(method, { kind: 'limited', seconds, error: '', extra: {} }),
    failNext: (method, error, extra = {}) => plan(method, { kind: 'refused', seconds: 0, error, extra }),
    setRequestUrl,
  };
}
