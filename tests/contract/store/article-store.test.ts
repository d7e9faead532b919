import { articleStoreContract } from './article-store.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(articleStoreContract);
