import { candidatesContract } from './candidates.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(candidatesContract);
