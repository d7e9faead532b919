import { consoleUnderTest } from './month/console-under-test.ts';
import { killSuite } from './month/kill-suite.ts';

killSuite('console', consoleUnderTest);
