/**
 * The address under which two addresses of one feed are equal: scheme, `www.`, fragment and trailing slash do not
 * count. Parameters do: they may name the feed. `null` when the address is no URL. For comparing only.
 */
export function feedAddress(address: string): string | null {
  const url = URL.parse(address.trim());
  if (!url) return null;
  const host = url.host.replace(/^www\./, '');
  return `${host}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}
