import { Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';

/** What is asked for; every one of these is decoded here. */
export const acceptedEncodings = 'gzip, deflate, br, zstd';

/** One coding is usual; a chain of them is how a small answer grows twice (CVE-2026-22036). */
const maxCodings = 2;

export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';

  constructor(maxBytes: number) {
    super(`The answer is larger than ${Math.floor(maxBytes / 1024)} KiB.`);
  }
}

export class UnknownEncodingError extends Error {
  override readonly name = 'UnknownEncodingError';

  constructor(encoding: string) {
    super(`The answer is encoded as "${encoding.slice(0, 40)}", which was not asked for.`);
  }
}

/**
 * Reads a body, decoded by its Content-Encoding. What comes out is counted, not what is sent: 317 bytes of
 * Brotli hold 200 MiB. Rejects with `BodyTooLargeError` at the first byte over `maxBytes`, having kept no more.
 */
export async function readDecodedBody(
  body: Readable,
  encoding: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const kept = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.byteLength;
      if (bytes <= maxBytes) chunks.push(chunk);
      done(bytes > maxBytes ? new BodyTooLargeError(maxBytes) : null);
    },
  });
  const [source, decoders] = await decodersFor(body, encoding);
  await pipeline([source, ...decoders, kept]);
  return new Uint8Array(Buffer.concat(chunks, bytes));
}

async function decodersFor(body: Readable, encoding: string): Promise<[Readable, Transform[]]> {
  const codings = encoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > maxCodings) throw new UnknownEncodingError(encoding);
  if (codings.length === 1 && codings[0] === 'deflate') return inflateEither(body);
  // The last coding named was put on last, and comes off first.
  return [body, codings.reverse().map((coding) => decoderFor(coding))];
}

function decoderFor(coding: string): Transform {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      return createZstdDecompress();
    default:
      throw new UnknownEncodingError(coding);
  }
}

/** Servers send "deflate" with the zlib header that the RFC asks for, or without. The first byte tells (RFC 1950 2.2). */
async function inflateEither(body: Readable): Promise<[Readable, Transform[]]> {
  const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  const first = await chunks.next();
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      for (let next = first; !next.done; next = await chunks.next()) yield next.value;
    } finally {
      body.destroy();
    }
  }
  const hasHeader = !first.done && ((first.value[0] ?? 0) & 0x0f) === 8;
  return [Readable.from(whole(), { objectMode: false }), [hasHeader ? createInflate() : createInflateRaw()]];
}
