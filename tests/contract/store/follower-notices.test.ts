import { followerNoticesContract } from './follower-notices.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(followerNoticesContract);
