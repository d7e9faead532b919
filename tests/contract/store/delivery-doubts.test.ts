import { deliveryDoubtsContract } from './delivery-doubts.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(deliveryDoubtsContract);
