import type { Store } from '../../adapters/store/store.ts';
import { type ChatDeskParts, createChatDesk } from '../commands/create-chat-desk.ts';
import type { ChatDesk } from '../ports/chat-desk.ts';
import type { PlatformApp } from './platform-app.ts';

type Parts = Omit<ChatDeskParts, 'actions'> & { readonly store: Pick<Store, 'actions'> };

/** The desk at which people on a platform are answered. */
export function chatDeskFor(
  { buttonChars }: Pick<PlatformApp, 'buttonChars'>,
  { commands, store, clock, log }: Parts,
): ChatDesk {
  return createChatDesk({ commands, actions: store.actions, clock, log }, buttonChars);
}
