import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { expect, test } from 'vitest';
import { readAllowedHosts } from '../../../../adapters/http/allowed-hosts.ts';
import { ForbiddenAddressError, guardedConnector } from '../../../../adapters/http/guarded-connector.ts';
import { isPublicAddress } from '../../../../adapters/http/public-address.ts';
import { judgeUrl } from '../../../../adapters/http/url-policy.ts';

const none = readAllowedHosts([]);

/** A dialer that connects to nothing and tells which addresses it would have dialled. */
function recordingDialer() {
  const dialled: string[] = [];
  const makeDialer =
    (lookup: LookupFunction) => (target: { hostname: string }, done: (e: Error, s: null) => void) =>
      lookup(target.hostname, { all: true }, (error, addresses) => {
        if (!error) dialled.push(...(addresses as LookupAddress[]).map(({ address }) => address));
        done(error ?? new Error('not connected in this test'), null);
      });
  return { dialled, makeDialer };
}

function connectTo(
  hostname: string,
  options: { protocol?: string; port?: string; allow?: string[]; answers?: string[] },
) {
  const { dialled, makeDialer } = recordingDialer();
  const resolve = async () => (options.answers ?? []).map((address) => ({ address, family: 4 }));
  const connect = guardedConnector({ allowed: readAllowedHosts(options.allow ?? []), resolve, makeDialer });
  const { protocol = 'http:', port = '' } = options;
  return new Promise<{ error: Error | null; dialled: string[] }>((settle) =>
    connect({ hostname, protocol, port }, (...[error]) => settle({ error, dialled })),
  );
}

test.each([
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://127.0.0.1./',
  'http://１２７.０.０.１/',
  'http://0/',
  'http://0.0.0.0/',
  'http://10.0.0.8/',
  'http://172.31.255.1/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.100.100.200/',
  'http://100.64.0.1/',
  'http://168.63.129.16/',
  'http://192.0.0.192/',
  'http://192.0.2.7/',
  'http://198.18.0.1/',
  'http://203.0.113.9/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'https://[::1]/',
  'http://[::]/',
  'http://[::127.0.0.1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:8.8.8.8]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[64:ff9b:1::a00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001::1]/',
  'http://[2001:db8::1]/',
  'http://[3fff::1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[ff02::1]/',
  'http://[5f00::1]/',
  'http://user:secret@example.com/',
  'http://example.com:22/',
  'http://example.com:8080/',
  'https://example.com:6379/',
  'file:///etc/passwd',
  'ftp://example.com/',
  'gopher://example.com/',
  'data:text/plain,x',
  'javascript:alert(1)',
  '//example.com/',
  'example.com',
  '',
])('refuses %s before anything is resolved', (address) => {
  const verdict = judgeUrl(address, null, none);

  expect(verdict.kind).toBe('forbidden');
  expect(verdict).not.toMatchObject({ problem: expect.stringContaining('secret') });
});

test.each([
  'http://example.com/feed',
  'https://example.com:443/feed',
  'http://8.8.8.8/',
  'https://[2606:4700::1111]/',
  'http://127.example.com/',
])('lets %s through', (address) => {
  expect(judgeUrl(address, null, none).kind).toBe('allowed');
});

test('a host of the allow-list is fetched on any port, one with a port on that port only', () => {
  const allowed = readAllowedHosts(['Intranet.example', '127.0.0.1:8123', '[::1]:9000']);

  expect(judgeUrl('http://intranet.example:8080/', null, allowed).kind).toBe('allowed');
  expect(judgeUrl('http://127.0.0.1:8123/', null, allowed).kind).toBe('allowed');
  expect(judgeUrl('http://127.0.0.1:8124/', null, allowed).kind).toBe('forbidden');
  expect(judgeUrl('http://[::1]:9000/', null, allowed).kind).toBe('allowed');
  expect(judgeUrl('http://[::1]/', null, allowed).kind).toBe('forbidden');
});

test.each(['http:', 'https:'])(
  'a private address is not dialled over %s although the URL was let through',
  async (protocol) => {
    for (const literal of ['127.0.0.1', '::127.0.0.1', '[::1]', '169.254.169.254']) {
      const { error, dialled } = await connectTo(literal, { protocol, answers: ['8.8.8.8'] });

      expect(error).toBeInstanceOf(ForbiddenAddressError);
      expect(dialled).toEqual([]);
    }
  },
);

test.each([[['10.0.0.1']], [['8.8.8.8', '127.0.0.1']], [['::1']], [['2606:4700::1111', 'fd00::1']]])(
  'a name that resolves to %j is not dialled',
  async (answers) => {
    const { error, dialled } = await connectTo('rebind.example', { answers });

    expect(error).toBeInstanceOf(ForbiddenAddressError);
    expect(error?.message).toContain('rebind.example');
    expect(dialled).toEqual([]);
  },
);

test('a name with public addresses only is dialled at all of them', async () => {
  const { dialled } = await connectTo('news.example', { answers: ['8.8.8.8', '1.1.1.1'] });

  expect(dialled).toEqual(['8.8.8.8', '1.1.1.1']);
});

test('a name of the allow-list is dialled at its private address, and on its own port only', async () => {
  const opened = { allow: ['intranet.example:8080'], answers: ['10.0.0.1'] };

  expect((await connectTo('intranet.example', { ...opened, port: '8080' })).dialled).toEqual(['10.0.0.1']);
  expect((await connectTo('intranet.example', { ...opened, port: '' })).dialled).toEqual([]);
});

test('what is no address at all is not public', () => {
  expect(isPublicAddress('example.com')).toBe(false);
  expect(isPublicAddress('')).toBe(false);
});
