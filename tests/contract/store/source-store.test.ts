import { sourceStoreContract } from './source-store.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(sourceStoreContract);
