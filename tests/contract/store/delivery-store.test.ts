import { deliveryStoreContract } from './delivery-store.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(deliveryStoreContract);
