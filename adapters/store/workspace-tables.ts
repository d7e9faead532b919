import type { Generated } from 'kysely';

// The tables of migration 6; what holds for all columns is said in schema.ts.

export interface WorkspaceTable {
  platform: string;
  workspace_id: string;
  settings: string;
}

export interface InstallationTable {
  platform: string;
  workspace_id: string;
  sealed: string;
  installed_by: string;
  at_ms: number;
}

export interface FeedbackTable {
  feedback_id: Generated<number>;
  platform: string;
  workspace_id: string;
  channel_id: string;
  kind: 'story' | 'answer';
  /** Id of the story, or `shortHash` of the question. */
  subject_key: string;
  /** Headline or question. */
  subject: string;
  says: string;
  person_id: string;
  at_ms: number;
}

export interface QuestionTable {
  question_id: Generated<number>;
  platform: string;
  workspace_id: string;
  conversation_id: string;
  question: string;
  at_ms: number;
}

export interface ActionTable {
  /** `shortHash` of the action. */
  key: string;
  action: string;
  at_ms: number;
}

/** Events of a platform that were taken. */
export interface EventTable {
  platform: string;
  event_id: string;
  at_ms: number;
}
