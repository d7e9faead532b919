import { matchStoreContract } from './match-store.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(matchStoreContract);
