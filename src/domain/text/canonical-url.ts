import { safeLink } from './safe-link.ts';

/** Query parameters that tell who linked, not what is shown. Others are kept: they may name the article. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|ref_url|cmp|cmpid|ocid|ito|smid|guccounter|guce_\w+|sh|spm|_ga|at_\w+|ns_\w+|wt\.\w+|xtor|ncid|taid|partner|source|feature|share|outputtype)$/i;

const indexPage = /\/(?:index|default)\.(?:html?|php|aspx?)$/i;
const mobileHost = /^(?:www|m|mobile|amp)\./;

/**
 * The address under which two links to one article are equal: scheme, `www.`/`m.`/`amp.`, fragment, tracking
 * parameters, order of parameters, AMP suffix, index page and trailing slash do not count. `null` when the
 * address is no web address. For comparing only: what is shown and fetched is the address itself.
 */
export function canonicalUrl(address: string | null | undefined): string | null {
  const link = safeLink(address);
  if (!link) return null;
  const url = new URL(link.href);
  const host = url.host.replace(mobileHost, '').replace(/:(?:80|443)$/, '');
  const path = url.pathname
    .replace(/\/{2,}/g, '/')
    .replace(/\/amp\/?$|\.amp$/i, '')
    .replace(indexPage, '')
    .replace(/\/+$/, '');
  const kept = [...url.searchParams].filter(
    ([name, value]) => !tracking.test(name) && !isAmpFlag(name, value),
  );
  const params = new URLSearchParams(kept);
  params.sort();
  const query = params.toString();
  return `https://${host}${path}${query ? `?${query}` : ''}`;
}

function isAmpFlag(name: string, value: string): boolean {
  return name.toLowerCase() === 'amp' && (value === '' || value === '1' || value === 'true');
}
