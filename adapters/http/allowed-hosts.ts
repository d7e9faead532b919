/** Which hosts the operator opened, although they are internal. */
export interface AllowedHosts {
  /** `hostname` without brackets; `port` as a number in text. */
  has(hostname: string, port: string): boolean;
}

/** Entries are `hostname` (any port) or `hostname:port`; an IPv6 address stands in brackets when a port follows. */
export function readAllowedHosts(entries: readonly string[]): AllowedHosts {
  const opened = new Set(entries.map((entry) => entry.trim().toLowerCase()));
  return {
    has(hostname, port) {
      const name = hostname.toLowerCase();
      const bracketed = name.includes(':') ? `[${name}]` : name;
      return opened.has(name) || opened.has(bracketed) || opened.has(`${bracketed}:${port}`);
    },
  };
}
