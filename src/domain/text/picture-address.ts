import { safeLink } from './safe-link.ts';

/** Longer addresses are refused; Discord takes 2,048 characters (docs.discord.com, "Unfurled Media Item"). */
const maxLength = 2000;

/** Names that mean something inside one network only (RFC 6761, RFC 6762, RFC 8375, ICANN's `internal`). */
const localNames =
  /\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa|test|invalid|onion)$/;

/**
 * The address of a picture that a chat platform may be asked to show, or `null`. The platform loads it, not this program:
 * so it is https only, and its host a name of the public Internet. A publisher's pictures have a name, so every bare IP
 * address is refused, private or not. Vector pictures are refused because chat platforms show none.
 */
export function pictureAddress(address: string | null | undefined): string | null {
  const href = safeLink(address)?.href;
  if (!href?.startsWith('https://') || href.length > maxLength) return null;
  const { hostname, pathname } = new URL(href);
  const isPicture = !/\.svgz?$/i.test(pathname);
  return isPicture && isPublicName(hostname) ? href : null;
}

/** A final dot is part of a name, and would hide its ending. An IP address ends in a number, or in a bracket. */
function isPublicName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  return /\.[a-z][a-z0-9-]*$/.test(name) && !localNames.test(name);
}
