import { postingStoreContract } from './posting-store.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(postingStoreContract);
