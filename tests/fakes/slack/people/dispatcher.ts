import { type JsonObject, textOf } from '../json.ts';
import type { Delivery } from '../records.ts';
import type { Deliver, Envelope, Receipt } from '../server/transport.ts';
import type { SlackState } from '../state.ts';

/** Hands the app what happens, and records how it took it. */
export interface Dispatcher {
  /** An event of a workspace; delivered once more when it is not acked. */
  event(teamId: string, event: JsonObject): Promise<Delivery>;
  /** An event that nobody waits for, delivered once. */
  echo(teamId: string, event: JsonObject): void;
  /** The last event again, as it was. */
  redeliver(attempt: number): Promise<Delivery>;
  command(userId: string, body: JsonObject): Promise<Delivery>;
  interaction(userId: string, body: JsonObject): Promise<Delivery>;
}

export function createDispatcher(state: SlackState, deliver: Deliver): Dispatcher {
  let lastEvent: JsonObject | null = null;

  async function attempt(envelope: Envelope): Promise<Delivery> {
    const receipt = await deliver(envelope);
    const delivery: Delivery = {
      ...receipt,
      ...{ kind: envelope.kind, body: envelope.body, attempt: envelope.attempt },
    };
    state.deliveries.push(delivery);
    return delivery;
  }

  /** Slack does not send these again: the person sees an error, and tries again or not. */
  async function once(
    kind: Envelope['kind'],
    userId: string,
    body: JsonObject,
    what: string,
  ): Promise<Delivery> {
    const delivery = await attempt({ kind, body, attempt: 0, retryReason: '' });
    if (delivery.outcome !== 'acked')
      state.personErrors.push({ userId, what, error: personErrors[delivery.outcome] });
    return delivery;
  }

  return {
    async event(teamId, event) {
      const body = eventCallback(state, teamId, event);
      lastEvent = body;
      const first = await attempt({ kind: 'events_api', body, attempt: 0, retryReason: '' });
      if (first.outcome === 'acked') return first;
      return attempt({ kind: 'events_api', body, attempt: 1, retryReason: first.outcome });
    },
    echo(teamId, event) {
      const body = eventCallback(state, teamId, event);
      void attempt({ kind: 'events_api', body, attempt: 0, retryReason: '' });
    },
    redeliver(number) {
      if (!lastEvent) return Promise.reject(new Error('There was no event yet to deliver again.'));
      return attempt({ kind: 'events_api', body: lastEvent, attempt: number, retryReason: 'timeout' });
    },
    command: (userId, body) => once('slash_commands', userId, body, String(body['command'])),
    interaction: (userId, body) => once('interactive', userId, body, String(body['type'])),
  };
}

/** As Slack tells a person (docs.slack.dev/interactivity/implementing-slash-commands). */
const personErrors: Readonly<Record<Exclude<Receipt['outcome'], 'acked'>, string>> = {
  timeout: 'operation_timeout',
  http_error: 'dispatch_failed',
  connection_failed: 'dispatch_failed',
};

function eventCallback(state: SlackState, teamId: string, event: JsonObject): JsonObject {
  const { appId, nowMs } = state.settings;
  const botUserId = state.teams.get(teamId)?.botUserId ?? '';
  // Of the writer, who may be of another workspace in a shared channel.
  const writerTeamId = textOf(event['team']) || teamId;
  return {
    token: 'verification-token',
    team_id: writerTeamId,
    context_team_id: teamId,
    context_enterprise_id: null,
    api_app_id: appId,
    event: { event_ts: state.nextTs(nowMs()), ...event },
    type: 'event_callback',
    event_id: state.nextId('Ev'),
    event_time: Math.floor(nowMs() / 1_000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: teamId,
        user_id: botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: writerTeamId !== teamId,
    event_context: 'context',
  };
}
