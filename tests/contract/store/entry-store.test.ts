import { entryStoreContract } from './entry-store.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(entryStoreContract);
