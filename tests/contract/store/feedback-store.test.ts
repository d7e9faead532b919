import { feedbackStoreContract } from './feedback-store.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(feedbackStoreContract);
