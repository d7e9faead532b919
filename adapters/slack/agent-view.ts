import { textAt } from '../../src/domain/json.ts';
import { clientOf, type Desk } from './desk.ts';
import { problemOf } from './problem-of.ts';
import type { Question } from './questions.ts';
import { slackFailure } from './slack-errors.ts';
import { workspaceOf } from './workspace-of.ts';

/** At most four (docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts). */
const prompts = [
  { title: 'What is new?', message: 'What is new about export controls?' },
  { title: 'What changed for Huawei?', message: 'What changed for Huawei?' },
  { title: 'Entity List', message: 'Which companies were added to the Entity List?' },
] as const;

const refusedForMs = 3_600_000;

/** The agent view is an ornament: plans without it refuse it, and answers come all the same. Its calls never reject. */
export interface AgentView {
  /** Offers questions to whoever opens the bot's messages. Where there is no agent view, plain messages do. */
  suggestPrompts(body: unknown, desk: Desk): Promise<void>;
  /**
   * Shows that the question is being worked on, until the answer comes, which ends it. '' ends it by itself. A workspace that
   * refused it is not asked for an hour.
   */
  showStatus(question: Question, status: string, desk: Desk): Promise<void>;
}

export function createAgentView(): AgentView {
  const refusedUntilMs = new Map<string, number>();
  return {
    async suggestPrompts(body, desk) {
      await ignoring('prompts', desk, async () => {
        const client = await clientOf({ workspaceId: workspaceOf(body) }, desk);
        await client.assistant.threads.setSuggestedPrompts({
          channel_id: textAt(body, 'event', 'channel'),
          title: 'Ask about the news',
          prompts: [...prompts],
        });
      });
    },
    async showStatus({ origin }, status, desk) {
      const { workspaceId } = origin;
      if ((refusedUntilMs.get(workspaceId) ?? 0) > desk.clock.nowMs()) return;
      const failure = await ignoring('status', desk, async () => {
        const client = await clientOf(origin, desk);
        await client.assistant.threads.setStatus({
          channel_id: origin.channelId,
          thread_ts: origin.threadTs,
          status,
        });
      });
      if (failure === 'refused') refusedUntilMs.set(workspaceId, desk.clock.nowMs() + refusedForMs);
      else refusedUntilMs.delete(workspaceId);
    },
  };
}

/** `refused` where it would be refused again; `null` where it worked. */
async function ignoring(what: string, desk: Desk, call: () => Promise<void>) {
  try {
    await call();
    return null;
  } catch (error) {
    desk.log.info('Slack has no agent view here', { what, problem: problemOf(error) });
    return slackFailure(error).kind;
  }
}
