import { installationStoreContract } from './installation-store.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(installationStoreContract);
