import { fakePlatformUnderTest } from './month/fake-platform-under-test.ts';
import { killSuite } from './month/kill-suite.ts';

killSuite('fake platform', fakePlatformUnderTest);
