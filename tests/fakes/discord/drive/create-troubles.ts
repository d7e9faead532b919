import type { Troubles } from '../driving.ts';
import type { Gateway } from '../gateway/gateway-server.ts';
import type { StoredTroubles } from '../rest/troubles.ts';

export function troublesOf(stored: StoredTroubles, gateway: Gateway): Troubles {
  return {
    rateLimitNext: (route, retryAfterSeconds, scope = 'user') =>
      stored.add(route, { kind: 'limited', limited: { retryAfterSeconds, scope } }),
    failNext: (route, status, code) => stored.add(route, { kind: 'refused', status, code }),
    hangUpNext: (route, how) => stored.add(route, { kind: 'hangUp', how }),
    dropConnection: (code) => gateway.drop(code),
    invalidSession: (isResumable) => gateway.invalidate(isResumable),
    requestReconnect: () => gateway.requestReconnect(),
    stopHeartbeatAcks: () => gateway.stopAcks(),
  };
}
