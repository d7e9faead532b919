import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { AllowedHosts } from './allowed-hosts.ts';
import { isPublicAddress } from './public-address.ts';
import { forbiddenAddressProblem } from './url-policy.ts';

/** All addresses of a name. */
export type ResolveHost = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Makes a connector that resolves names with the given lookup. Tests put one here that dials nothing. */
export type MakeDialer = (lookup: LookupFunction) => buildConnector.connector;

export interface ConnectorOptions {
  readonly allowed: AllowedHosts;
  readonly resolve: ResolveHost;
  readonly makeDialer: MakeDialer;
}

/** Thrown inside a connection attempt; nothing was dialled. */
export class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError';

  constructor(hostname: string) {
    super(forbiddenAddressProblem(hostname));
  }
}

/** Dialling one address; the request's own deadline is shorter or longer than this. */
const connectTimeoutMs = 10_000;

/**
 * Dials only the public Internet and the hosts that the operator opened. The check sits where the connection is
 * made, so that it sees what is really dialled: an address in the URL (`net.connect` never looks those up), every
 * address of a name (one of them private is enough to refuse), a name that changes its answer, each redirect, and https.
 */
export function guardedConnector(options: ConnectorOptions): buildConnector.connector {
  const toPublic = options.makeDialer(lookupWith(options.resolve, true));
  const toAllowed = options.makeDialer(lookupWith(options.resolve, false));
  return (target, callback) => {
    const port = target.port || (target.protocol === 'https:' ? '443' : '80');
    const hostname = target.hostname.replace(/^\[|\]$/g, '');
    if (options.allowed.has(hostname, port)) {
      toAllowed(target, callback);
    } else if (isIP(hostname) && !isPublicAddress(hostname)) {
      callback(new ForbiddenAddressError(hostname), null);
    } else {
      toPublic(target, callback);
    }
  };
}

export function dialTcp(lookup: LookupFunction): buildConnector.connector {
  return buildConnector({ lookup, timeout: connectTimeoutMs, allowH2: false });
}

export function resolveBySystem(hostname: string): Promise<LookupAddress[]> {
  return systemLookup(hostname, { all: true });
}

function lookupWith(resolve: ResolveHost, publicOnly: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (!first) {
          callback(Object.assign(new Error('The name has no address.'), { code: 'ENOTFOUND' }), '', 0);
        } else if (publicOnly && !addresses.every(({ address }) => isPublicAddress(address))) {
          callback(new ForbiddenAddressError(hostname), '', 0);
        } else if (options.all) {
          callback(null, [...addresses]);
        } else {
          callback(null, first.address, first.family);
        }
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}
