import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Secret } from '../../src/domain/config.ts';

/** Encrypts what is stored. `boundTo` names what it belongs to: what was sealed for one is not opened for another. */
export interface Seal {
  seal(text: string, boundTo: string): string;
  /** Throws `SealError` when the text was altered, is bound to something else, or was sealed with another key. */
  open(sealed: string, boundTo: string): string;
}

export class SealError extends Error {
  override readonly name = 'SealError';
}

const version = 'v1';
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with a random nonce each; the key is derived from the secret by HKDF-SHA-256 (RFC 5869). */
export function createSeal(secretKey: Secret): Seal {
  const key = new Uint8Array(hkdfSync('sha256', secretKey.reveal(), '', 'wirewatch slack installations', 32));
  return {
    seal(text, boundTo) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
      const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString('base64url')}`;
    },
    open(sealed, boundTo) {
      const [format, body = ''] = sealed.split('.');
      const bytes = Buffer.from(body, 'base64url');
      if (format !== version || bytes.length < nonceBytes + tagBytes) throw unopened(boundTo);
      const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(boundTo)).setAuthTag(tag);
      try {
        const encrypted = bytes.subarray(nonceBytes + tagBytes);
        return Buffer.concat([decipher.update(encrypted), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw unopened(boundTo, cause);
      }
    },
  };
}

function unopened(boundTo: string, cause?: unknown): SealError {
  return new SealError(
    `The stored tokens of ${boundTo} cannot be read: they were altered, or WIREWATCH_SECRET_KEY is another than when they were stored. Set the earlier key again, or install the app once more.`,
    { cause },
  );
}
