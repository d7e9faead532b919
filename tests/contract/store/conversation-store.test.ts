import { conversationStoreContract } from './conversation-store.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(conversationStoreContract);
