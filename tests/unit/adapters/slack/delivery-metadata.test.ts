import { expect, test } from 'vitest';
import { deliveryMetadata, readDeliveryMetadata } from '../../../../adapters/slack/delivery-metadata.ts';

test('says which message of which delivery a message is', () => {
  const riding = [deliveryMetadata('d1', 1, 1), deliveryMetadata('d1', 1, 3), deliveryMetadata('d1', 3, 3)];

  expect(riding.map((metadata) => metadata.event_payload)).toEqual([
    { key: 'd1' },
    { key: 'd1', parts: 3 },
    { key: 'd1', part: 3 },
  ]);
  expect(riding.map(readDeliveryMetadata)).toEqual([
    { key: 'd1', part: 1, parts: 1 },
    { key: 'd1', part: 1, parts: 3 },
    { key: 'd1', part: 3, parts: 1 },
  ]);
});

test('reads nothing from what is not of the bot', () => {
  const others = [
    undefined,
    null,
    'wirewatch_delivery',
    {},
    { event_type: 'other', event_payload: { key: 'd1' } },
    { event_type: 'wirewatch_delivery' },
    { event_type: 'wirewatch_delivery', event_payload: { key: 7 } },
  ];

  expect(others.map(readDeliveryMetadata)).toEqual(others.map(() => null));
});
