import { testOnEveryStore } from './stores-under-test.ts';
import { toldUpdatesContract } from './told-updates.contract.ts';

testOnEveryStore(toldUpdatesContract);
