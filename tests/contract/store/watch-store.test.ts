import { testOnEveryStore } from './stores-under-test.ts';
import { watchStoreContract } from './watch-store.contract.ts';

testOnEveryStore(watchStoreContract);
