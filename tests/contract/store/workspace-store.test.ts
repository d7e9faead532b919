import { testOnEveryStore } from './stores-under-test.ts';
import { workspaceStoreContract } from './workspace-store.contract.ts';

testOnEveryStore(workspaceStoreContract);
