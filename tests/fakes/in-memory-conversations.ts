import { dayMs } from '../../src/domain/moment.ts';
import { shortHash } from '../../src/domain/text/short-hash.ts';
import { isOfWorkspace, type Workspace } from '../../src/domain/workspace.ts';
import type { ActionStore } from '../../src/ports/action-store.ts';
import type { ConversationStore } from '../../src/ports/conversation-store.ts';
import type { EventLedger } from '../../src/ports/event-ledger.ts';
import type { InMemoryState } from './in-memory-state.ts';

export function inMemoryConversations(state: InMemoryState): ConversationStore {
  const questionsOf = (workspace: Workspace, conversationId: string) =>
    state.questions.filter(
      (question) =>
        isOfWorkspace(question.workspace, workspace) && question.conversationId === conversationId,
    );
  return {
    add: async (question) => {
      state.questions.push(question);
      const outdated = new Set(questionsOf(question.workspace, question.conversationId).slice(0, -20));
      const kept = state.questions.filter(
        (other) => !outdated.has(other) && other.atMs >= question.atMs - 30 * dayMs,
      );
      state.questions.splice(0, state.questions.length, ...kept);
    },
    earlier: async (workspace, conversationId, limit) =>
      questionsOf(workspace, conversationId)
        .toReversed()
        .slice(0, limit)
        .toReversed()
        .map(({ question }) => question),
  };
}

export function inMemoryActions(state: InMemoryState): ActionStore {
  return {
    remember: async (text, atMs) => {
      const key = shortHash(text);
      const before = state.actions.get(key);
      state.actions.set(key, { text: before?.text ?? text, atMs: Math.max(atMs, before?.atMs ?? atMs) });
      for (const [other, action] of state.actions) {
        if (action.atMs < atMs - 90 * dayMs) state.actions.delete(other);
      }
    },
    find: async (key) => state.actions.get(key)?.text ?? null,
  };
}

export function inMemoryEvents(state: InMemoryState): EventLedger {
  return {
    take: async (platform, eventId, atMs) => {
      for (const [taken, takenAtMs] of state.events) {
        if (takenAtMs < atMs - dayMs) state.events.delete(taken);
      }
      const place = JSON.stringify([platform, eventId]);
      if (state.events.has(place)) return false;
      state.events.set(place, atMs);
      return true;
    },
  };
}
