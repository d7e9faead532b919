import { claimsContract } from './claims.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(claimsContract);
