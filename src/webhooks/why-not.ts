/** Whether an address may be entered at all, by its letters alone: names are looked up when something is sent, since today's address tells nothing of tomorrow's. */
import { isOpen, rangeOf } from "./address.ts";
import { type AllowedHost, parseAllowedHost } from "./allowed-host.ts";
import { readTarget, type UrlProblem } from "./target.ts";

/** Why nothing is ever sent there; undefined: it may be. */
export function whyNot(
  url: string,
  allowed: readonly AllowedHost[],
): UrlProblem | "inner_address" | undefined {
  const reading = readTarget(url, allowed);
  if (reading.type === "refused") return reading.why;
  const { host, isLiteral, isNamed } = reading.target;
  return isLiteral && !isOpen(rangeOf(host), isNamed) ? "inner_address" : undefined;
}

/** Whether all that stands in the way is that the office does not allow the host by name. */
export function needsNaming(url: string, allowed: readonly AllowedHost[]): boolean {
  if (whyNot(url, allowed) === undefined) return false;
  const host = URL.canParse(url) ? parseAllowedHost(new URL(url).host) : undefined;
  return host !== undefined && whyNot(url, [host]) === undefined;
}
