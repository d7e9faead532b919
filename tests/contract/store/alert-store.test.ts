import { alertStoreContract } from './alert-store.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(alertStoreContract);
