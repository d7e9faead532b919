import { listAt, textAt, valueAt } from '../../src/domain/json.ts';
import type { EventLedger } from '../../src/ports/event-ledger.ts';
import type { AgentView } from './agent-view.ts';
import type { Desk } from './desk.ts';
import type { Home } from './home.ts';
import type { SlackInstallations } from './installations.ts';
import { answerQuestion, type Question, readQuestion } from './questions.ts';
import { readMemory } from './window-memory.ts';
import { workspaceOf } from './workspace-of.ts';

export interface EventParts {
  readonly desk: Desk;
  readonly home: Home;
  readonly agentView: AgentView;
  readonly ledger: EventLedger;
  readonly installations: SlackInstallations;
}

type Handler = (body: unknown, parts: EventParts) => Promise<void>;

const reading = 'is reading…';

/** The events that are handled: exactly those that the manifest subscribes to. `message` there is `message.im`. */
export const eventHandlers: Readonly<Record<string, Handler>> = {
  app_mention: (body, { desk }) => answerMention(body, desk),
  message: answerDirectMessage,
  app_home_opened: openedHome,
  app_uninstalled: forget,
  tokens_revoked: async (body, parts) => {
    // Tokens of persons come in the same event; we have none.
    if (listAt(body, 'event', 'tokens', 'bot').length > 0) await forget(body, parts);
  },
};

/**
 * Handles an event, unless it was taken before: Slack delivers one again that it heard no answer to in time. It is taken before
 * the work, so that it is handled at most once: a question whose answer is lost with the process can be asked again, and an
 * answer that stands twice, or a model that is asked twice, cannot be taken back. What fails while the process lives is told
 * to whoever asked.
 */
export async function takeEvent(type: string, body: unknown, parts: EventParts): Promise<void> {
  const handler = eventHandlers[type];
  if (!handler) return;
  const isFirst = await parts.ledger.take('slack', textAt(body, 'event_id'), parts.desk.clock.nowMs());
  if (isFirst) await handler(body, parts);
}

async function answerMention(body: unknown, desk: Desk): Promise<void> {
  const question = readQuestion(body);
  if (question) await answerQuestion(question, desk);
}

async function answerDirectMessage(body: unknown, { desk, agentView }: EventParts): Promise<void> {
  const question = textAt(body, 'event', 'channel_type') === 'im' ? readQuestion(body) : null;
  if (!question) return;
  const status = showMeanwhile(question, agentView, desk);
  let isAnswered = false;
  try {
    isAnswered = await answerQuestion(question, desk);
  } finally {
    status.end(isAnswered);
  }
}

/** Shows the status beside the answering, which does not wait for it. */
function showMeanwhile(question: Question, agentView: AgentView, desk: Desk) {
  let isShown = false;
  const showing = desk.work.run('status', async () => {
    await agentView.showStatus(question, reading, desk);
    isShown = true;
  });
  return {
    /** An answer takes the status away by itself, but only one that came after it. */
    end(isAnswered: boolean): void {
      if (isAnswered && isShown) return;
      void desk.work.run('status', async () => {
        await showing;
        await agentView.showStatus(question, '', desk);
      });
    },
  };
}

async function openedHome(body: unknown, { desk, home, agentView }: EventParts): Promise<void> {
  if (textAt(body, 'event', 'tab') === 'messages') return agentView.suggestPrompts(body, desk);
  const personId = textAt(body, 'event', 'user');
  const { channelId } = readMemory(textAt(body, 'event', 'view', 'private_metadata'));
  await home.show({ workspaceId: workspaceOf(body), personId, channelId }, desk);
}

/** Events of Slack may come late, when the app has been installed again: that installation stays. */
async function forget(body: unknown, { installations, desk }: EventParts): Promise<void> {
  const workspaceId = workspaceOf(body);
  const isForgotten = await installations.forget(workspaceId, endOfEventMs(body, desk));
  if (isForgotten) desk.log.warn('Slack workspace took the app away', { workspaceId });
  else desk.log.info('Slack workspace has no installation as old as its end', { workspaceId });
}

/** Slack gives the moment of an event in whole seconds; this is the end of its second. */
function endOfEventMs(body: unknown, { clock }: Pick<Desk, 'clock'>): number {
  const eventTime = valueAt(body, 'event_time');
  return typeof eventTime === 'number' ? (eventTime + 1) * 1_000 : clock.nowMs() + 1;
}
