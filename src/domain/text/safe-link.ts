/** An address that may be shown and followed: http(s), with a host, without credentials. */
export interface SafeLink {
  readonly href: string;
  /** Host as a browser reads it; other scripts are in their ASCII form, so that look-alikes show. */
  readonly host: string;
}

/** Longer addresses are refused: no platform links them, and no article needs them. */
const maxLength = 2000;

/** The link, or `null` for anything that is not a plain web address (`javascript:`, `data:`, credentials). */
export function safeLink(address: string | null | undefined): SafeLink | null {
  const trimmed = address?.trim() ?? '';
  if (!/^https?:\/\//i.test(trimmed) || trimmed.length > maxLength || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  if (url.username || url.password || !url.hostname) return null;
  // These characters end a link in Slack's or Discord's markup; percent-encoded they address the same page.
  // Not in the host: the brackets of an IPv6 address are part of it, and the parser refuses the others there.
  const path = url.href
    .slice(url.origin.length)
    .replace(/[|<>()[\]*`\\]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return { href: url.origin + path, host: url.host.replace(/^www\./, '') };
}
