import { digestStoreContract } from './digest-store.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(digestStoreContract);
