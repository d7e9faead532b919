import { testOnEveryStore } from './stores-under-test.ts';
import { untoldNewsContract } from './untold-news.contract.ts';

testOnEveryStore(untoldNewsContract);
