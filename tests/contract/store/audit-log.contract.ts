import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import type { AuditEntry } from '../../../src/domain/audit.ts';
import { auditOf, channelOf, channelSettingsOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const wanted = { platform: 'slack', workspaceId: 'T1', subject: 'channel C1' } as const;

/** Writes the entries by way of changes, in this order. */
async function write(store: Store, ...entries: readonly Partial<AuditEntry>[]): Promise<void> {
  for (const over of entries) {
    const entry = auditOf('settings', { subject: 'channel C1', ...over });
    await store.channels.change(channelOf('C1'), channelSettingsOf(), entry);
  }
}

export const auditLogContract: Contract = {
  'who last changed a subject is the person of its latest entry': async (open) => {
    const store = await open();
    await write(store, { personId: 'U1' }, { personId: 'U2' }, { personId: 'U3', subject: 'watch w1' });

    expect(await store.audit.lastPerson(wanted)).toBe('U2');
  },

  'nobody changed what is in no entry of the workspace': async (open) => {
    const store = await open();
    await write(store, { workspaceId: 'T2' }, { platform: 'discord' }, { subject: 'channel C2' });

    expect(await store.audit.lastPerson(wanted)).toBeNull();
  },

  'who worked on the command line is nobody on a chat platform': async (open) => {
    const store = await open();
    await write(store, { personId: 'operator', subject: 'watch w1' });
    await write(store, { personId: 'U1' }, { personId: 'operator' });

    expect(await store.audit.lastPerson(wanted)).toBe('U1');
    expect(await store.audit.lastPerson({ ...wanted, subject: 'watch w1' })).toBeNull();
  },

  "the console's own operator is somebody there": async (open) => {
    const store = await open();
    await write(store, { personId: 'operator', platform: 'console' });

    expect(await store.audit.lastPerson({ ...wanted, platform: 'console' })).toBe('operator');
  },
};
