import { channelStoreContract } from './channel-store.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(channelStoreContract);
