import type { Workspace } from '../domain/workspace.ts';

/** Questions that were asked one after the other in a thread. */
export interface ConversationStore {
  add(question: {
    workspace: Workspace;
    conversationId: string;
    question: string;
    atMs: number;
  }): Promise<void>;
  /** The latest `limit` questions of a conversation, oldest first. */
  earlier(workspace: Workspace, conversationId: string, limit: number): Promise<readonly string[]>;
}
