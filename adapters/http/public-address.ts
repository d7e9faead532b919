import ipaddr from 'ipaddr.js';

/** Public by number, yet a cloud's own service: Azure's host agent hands out credentials there. */
const cloudServices: readonly string[] = ['168.63.129.16'];

/** Global unicast (RFC 4291 2.4); everything that embeds an IPv4 address or is local lies outside, or is listed below. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** Inside 2000::/3 and not for the public Internet: special purposes, documentation (RFC 9637), 6to4. */
const setAside = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'].map((range) =>
  ipaddr.IPv6.parseCIDR(range),
);

/**
 * True for an address of the public Internet. Anything that cannot be read as an address is not public.
 * IPv6 is an allow-list: ranges of ipaddr.js alone let `::127.0.0.1` pass.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || cloudServices.includes(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (!(parsed instanceof ipaddr.IPv6)) return true;
  return parsed.match(globalUnicast) && !setAside.some((range) => parsed.match(range));
}
