import { changedSourcesContract } from './changed-sources.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(changedSourcesContract);
