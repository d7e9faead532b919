import { decidersContract } from './deciders.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(decidersContract);
