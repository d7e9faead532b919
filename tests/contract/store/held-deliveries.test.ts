import { heldDeliveriesContract } from './held-deliveries.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(heldDeliveriesContract);
