import { auditLogContract } from './audit-log.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(auditLogContract);
