import { answerActions, type MessageAction } from './action.ts';
import type { CommandAnswer } from './command.ts';
import type { AnswerDocument, MessageDocument } from './message-document.ts';

/** Offers to watch for what the sources do not hold. */
export function watchForAction(query: string): MessageAction {
  return {
    label: 'watchForIt',
    how: 'form',
    input: { name: 'watch add', options: { query } },
    tone: 'primary',
  };
}

/** The same for an answer: none where the sources hold it. */
export function watchActions({ watchQuery }: Pick<AnswerDocument, 'watchQuery'>): readonly MessageAction[] {
  return watchQuery === null ? [] : [watchForAction(watchQuery)];
}

/** Every action that an answer offers and that may be long: a platform remembers those before it shows the answer. */
export function actionsOf(answer: CommandAnswer): readonly MessageAction[] {
  switch (answer.kind) {
    case 'documents':
      return answer.documents.flatMap(actionsOfDocument);
    case 'table':
      return [...(answer.table.rowActions ?? []).flat(), ...(answer.table.actions ?? [])];
    case 'sources':
      return (answer.rowActions ?? []).flat();
    case 'payloads':
    case 'chart':
    case 'help':
    case 'refused':
      return [];
  }
}

function actionsOfDocument(document: MessageDocument): readonly MessageAction[] {
  switch (document.kind) {
    case 'notice':
      return document.actions ?? [];
    case 'answer':
      return [...watchActions(document), ...answerActions(document.question)];
    case 'digest':
    case 'story':
    case 'update':
    case 'alert':
      return [];
  }
}
