import { testOnEveryStore } from './stores-under-test.ts';
import { troubledDeliveriesContract } from './troubled-deliveries.contract.ts';

testOnEveryStore(troubledDeliveriesContract);
