/**
 * Where a webhook's address leads, by its letters alone: pure, no name is looked up. Refuses what no partner with good intent writes, so that
 * one reading of the address is the only one; the addresses behind the name are checked after they are looked up (`pin.ts`).
 */
import { type AllowedHost, bare, isAllowed } from "./allowed-host.ts";

/** What stands in the way of calling an address, in the order in which it is looked for. */
export type UrlProblem =
  /** Not an address at all, longer than 2,048 characters, or with blanks, control characters or backslashes. */
  | "not_a_url"
  /** Neither https, nor http to a host that the office allows by name. */
  | "not_https"
  /** A user name or password in front of the host. */
  | "has_credentials"
  /** A host written as no one writes it: as one number, in octal or hex, half in other letters, with a stop at its end. */
  | "odd_spelling"
  /** Neither 443 nor 8443. */
  | "port"
  /** A name that only means something inside of a network, like `intranet` or `printer.local`. */
  | "inner_name";

export type Target = {
  readonly url: URL;
  /** As in the URL, in ASCII; an IPv6 address without its brackets. */
  readonly host: string;
  readonly port: number;
  readonly isSecure: boolean;
  /** The host is an address itself: there is no name to look up. */
  readonly isLiteral: boolean;
  /** The office allows this host by name: it may be an inner one, on any port, without TLS. */
  readonly isNamed: boolean;
};

export type TargetReading =
  | { readonly type: "target"; readonly target: Target }
  | { readonly type: "refused"; readonly why: UrlProblem };

const longestUrl = 2048;
/** What systems take webhooks on; others need the office's word. A mail or database port is no place for a partner's web server. */
const ports: ReadonlySet<number> = new Set([443, 8443]);
/** Never names of the public internet (RFC 6761, 6762, 7686, 8375; ICANN's `internal`; and what routers make up). */
const innerZone = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|onion|home\.arpa)$/;

/** Reads the address of a partner's system. */
export function readTarget(text: string, allowed: readonly AllowedHost[]): TargetReading {
  if (text.length > longestUrl || /[\s\\\u0000-\u001f\u007f-\u009f]/.test(text) || !URL.canParse(text)) {
    return refused("not_a_url");
  }
  const url = new URL(text);
  const isSecure = url.protocol === "https:";
  if (!isSecure && url.protocol !== "http:") return refused("not_https");
  const host = bare(url.hostname);
  const port = url.port === "" ? (isSecure ? 443 : 80) : Number(url.port);
  const isNamed = isAllowed(allowed, host, port);
  const target = { url, host, port, isSecure, isLiteral: isAddress(url.hostname), isNamed };
  const problem = problemOf(text, target);
  return problem === undefined ? { type: "target", target } : refused(problem);
}

function problemOf(text: string, target: Target): UrlProblem | undefined {
  const { url, host, port, isSecure, isLiteral, isNamed } = target;
  if (!isSecure && !isNamed) return "not_https";
  if (url.username !== "" || url.password !== "" || authorityOf(text).includes("@")) return "has_credentials";
  if (!isPlain(authorityOf(text), url.hostname)) return "odd_spelling";
  if (isNamed) return undefined;
  if (!ports.has(port)) return "port";
  if (!isLiteral && (!host.includes(".") || innerZone.test(host))) return "inner_name";
  return undefined;
}

/** What stands between `//` and the path, as it was written. */
function authorityOf(text: string): string {
  return /^[a-z]+:\/\/([^/?#]*)/i.exec(text)?.[1] ?? "";
}

/** Written as the URL has it, but for capitals; a name in other letters is fine where it stays one (`xn--`). */
function isPlain(authority: string, hostname: string): boolean {
  const written = authority.replace(/:\d*$/, "").toLowerCase();
  if (hostname.endsWith(".") || hostname === "" || written.includes("%")) return false;
  // Every spelling of an IPv6 address is read in the same way by everybody.
  if (hostname.startsWith("[")) return true;
  if (/^[\u0000-\u007f]*$/.test(written)) return written === hostname;
  return isPlainName(hostname);
}

function isPlainName(hostname: string): boolean {
  return hostname.split(".").some((part) => part.startsWith("xn--")) && !isAddress(hostname);
}

/** A URL's host that ends in a number is an IPv4 address by then, or the URL was none (WHATWG URL, "ends in a number"). */
function isAddress(hostname: string): boolean {
  return hostname.startsWith("[") || /^\d+\.\d+\.\d+\.\d+$/.test(hostname);
}

function refused(why: UrlProblem): TargetReading {
  return { type: "refused", why };
}
