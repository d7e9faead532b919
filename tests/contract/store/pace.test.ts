import { paceContract } from './pace.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(paceContract);
