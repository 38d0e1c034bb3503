/** Hosts that an office allows by name, as its settings bring them. */
import { type AllowedHost, parseAllowedHost } from "../../src/webhooks/allowed-host.ts";

export function allowing(...hosts: readonly string[]): readonly AllowedHost[] {
  return hosts.map((text) => {
    const host = parseAllowedHost(text);
    if (!host) throw new Error(`${text} is no host.`);
    return host;
  });
}
