import { expect, test } from 'vitest';
import { sealIdentity } from '../../../../../adapters/slack/installations.ts';
import { createSeal, SealError } from '../../../../../adapters/slack/seal.ts';
import { Secret } from '../../../../../src/domain/config.ts';

const key = new Secret('a key of thirty-two characters!!');
const seal = createSeal(key);

test('what was sealed is opened with the same key and for the same workspace', () => {
  const sealed = seal.seal('xoxb-1 – Straße', 'workspace T1');

  expect(createSeal(key).open(sealed, 'workspace T1')).toBe('xoxb-1 – Straße');
});

test('the same text is sealed differently each time, and shows nothing of it', () => {
  const sealed = seal.seal('xoxb-secret', 'T1');

  expect(seal.seal('xoxb-secret', 'T1')).not.toBe(sealed);
  expect(sealed).not.toContain('xoxb');
  expect(Buffer.from(sealed.split('.')[1] ?? '', 'base64url').toString('latin1')).not.toContain('xoxb');
});

test('a stored installation holds no token', () => {
  const identity = { workspaceId: 'T1', botToken: 'xoxb-secret', botId: 'B1', botUserId: 'U1' };

  expect(sealIdentity(identity, seal)).not.toContain('secret');
});

function flipped(sealed: string, index: number): string {
  const bytes = Buffer.from(sealed.split('.')[1] ?? '', 'base64url');
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return `v1.${bytes.toString('base64url')}`;
}

test('a change of any byte is noticed', () => {
  const sealed = seal.seal('xoxb-1', 'T1');
  const length = Buffer.from(sealed.split('.')[1] ?? '', 'base64url').length;

  for (let index = 0; index < length; index += 1) {
    expect(() => seal.open(flipped(sealed, index), 'T1')).toThrow(SealError);
  }
});

test.each([
  [
    'with another key',
    () => createSeal(new Secret('another key of 32 characters ….')).open(sealedForT1, 'T1'),
  ],
  ['for another workspace', () => seal.open(sealedForT1, 'T2')],
  ['when it is cut', () => seal.open(sealedForT1.slice(0, 20), 'T1')],
  ['when it is no sealed text', () => seal.open('{"botToken":"xoxb-1"}', 'T1')],
])('nothing is opened %s, and the sentence says what to do', (_, open) => {
  expect(open).toThrow(/WIREWATCH_SECRET_KEY.*install the app once more\.$/);
});

const sealedForT1 = seal.seal('xoxb-1', 'T1');
