import { noticesContract } from './notices.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(noticesContract);
