import { followStoreContract } from './follow-store.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(followStoreContract);
