import { eventLedgerContract } from './event-ledger.contract.ts';
import { testOnEveryStore } from './stores-under-test.ts';

testOnEveryStore(eventLedgerContract);
