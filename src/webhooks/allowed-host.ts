/** The hosts that an office allows by name although they are inner ones, or speak without TLS (`WASIT_ALLOW_PRIVATE_WEBHOOKS`). */

/** A host as it stands in an address, `::1` without brackets; on one port, or on every one. */
export type AllowedHost = { readonly host: string; readonly port?: number };

/** Reads `host`, `host:port`, `[::1]` or `[::1]:port`; undefined where it is none of these. No wildcards: each is named. */
export function parseAllowedHost(text: string): AllowedHost | undefined {
  const match = /^(\[[\da-f:.]+\]|[a-z\d]([a-z\d.-]*[a-z\d])?)(?::(\d{1,5}))?$/i.exec(text);
  if (!match || !URL.canParse(`http://${text}`)) return undefined;
  const { hostname } = new URL(`http://${text}`);
  const host = bare(hostname);
  return match[3] === undefined ? { host } : { host, port: Number(match[3]) };
}

/** Whether one of them stands for this host and port. */
export function isAllowed(allowed: readonly AllowedHost[], host: string, port: number): boolean {
  return allowed.some((one) => one.host === host && (one.port ?? port) === port);
}

/** Without the brackets that an address has inside of a URL. */
export function bare(hostname: string): string {
  return hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
}
