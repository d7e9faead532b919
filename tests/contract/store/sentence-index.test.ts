import { sentenceIndexContract } from './sentence-index.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(sentenceIndexContract);
