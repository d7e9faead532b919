import { actionStoreContract } from './action-store.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(actionStoreContract);
