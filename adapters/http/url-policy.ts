import { isIP } from 'node:net';
import type { AllowedHosts } from './allowed-hosts.ts';
import { isPublicAddress } from './public-address.ts';

export type UrlVerdict =
  | { readonly kind: 'allowed'; readonly url: URL }
  | { readonly kind: 'forbidden'; readonly problem: string };

/** A sentence fits in a log line and a chat message, whatever the address was. */
const maxShownChars = 80;

/**
 * Judges an address before anything is resolved or dialled: http(s), standard port, no credentials, no literal
 * address off the public Internet. The WHATWG parser has already brought `0x7f.1`, `2130706433` and full-width
 * digits to their plain form. Names are judged by the connector, once they are resolved.
 */
export function judgeUrl(address: string, base: string | null, allowed: AllowedHosts): UrlVerdict {
  const url = URL.parse(address, base ?? undefined);
  if (!url)
    return forbidden(
      `"${address.slice(0, maxShownChars)}" is not a web address; give one with http:// or https://.`,
    );
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return forbidden(
      `Addresses with "${url.protocol.slice(0, 20)}" are not fetched; only http: and https: are.`,
    );
  }
  if (url.username || url.password) {
    return forbidden(`The address on ${url.hostname} carries a user name or password; give it without.`);
  }
  const hostname = bareHostname(url);
  if (allowed.has(hostname, portOf(url))) return { kind: 'allowed', url };
  if (url.port) {
    return forbidden(
      `Port ${url.port} of ${url.hostname} is not fetched; only 80 and 443 are, unless the host is in network.allowHosts.`,
    );
  }
  if (isIP(hostname) && !isPublicAddress(hostname)) return forbidden(forbiddenAddressProblem(hostname));
  return { kind: 'allowed', url };
}

/** The host as a resolver or an address parser takes it: IPv6 without brackets. */
export function bareHostname(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function portOf(url: URL): string {
  return url.port || (url.protocol === 'https:' ? '443' : '80');
}

export function forbiddenAddressProblem(hostname: string): string {
  return `${hostname} is not on the public Internet; an internal host is fetched only when network.allowHosts names it.`;
}

function forbidden(problem: string): UrlVerdict {
  return { kind: 'forbidden', problem };
}
