import { testOnEveryStore } from './stores-under-test.ts';
import { storyStoreContract } from './story-store.contract.ts';

testOnEveryStore(storyStoreContract);
