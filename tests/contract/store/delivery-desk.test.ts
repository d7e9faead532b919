import { deliveryDeskContract } from './delivery-desk.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(deliveryDeskContract);
