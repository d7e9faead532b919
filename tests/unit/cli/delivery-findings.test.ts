import { expect, test } from 'vitest';
import { deliveryFindings } from '../../../src/cli/delivery-findings.ts';
import { delivery } from './sample-delivery.ts';

const dead = delivery('d1', { state: 'dead', sequence: 1, lastProblem: 'The channel is gone.' });

test('a message that failed and one that was given up need attention, with their reasons', () => {
  const stuck = delivery('d2', { sequence: 2, lastProblem: 'The disk is full.' });

  expect(deliveryFindings([stuck, dead])).toMatchObject([
    { check: 'delivery d2', ok: false, detail: 'The disk is full.', advice: expect.any(String) },
    { check: 'delivery d1', ok: false, detail: 'The channel is gone.', advice: expect.any(String) },
  ]);
});

test('one that was given up needs none once a later one of its channel was posted', () => {
  const posted = delivery('d2', { state: 'posted', sequence: 2 });
  const elsewhere = { ...posted, channel: { ...posted.channel, channelId: 'another' } };

  expect(deliveryFindings([posted, dead])).toMatchObject([{ check: 'delivery d1', ok: true }]);
  expect(deliveryFindings([elsewhere, dead])).toMatchObject([{ check: 'delivery d1', ok: false }]);
});

test('an outbox in which nothing failed is well', () => {
  const waiting = delivery('d2', { attempts: 0 });

  expect(deliveryFindings([waiting, delivery('d1', { state: 'posted' })])).toMatchObject([{ ok: true }]);
});
