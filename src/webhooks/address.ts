/**
 * Which addresses of the internet protocol a webhook may be sent to. ipaddr.js reads them and knows the registered ranges; which of them are
 * ours to call is decided here, and whatever is not plainly public is not.
 */
import ipaddr from "ipaddr.js";

/** Why an address is none that a stranger may have us call. */
export type InnerRange =
  /** This machine. */
  | "loopback"
  /** The office's own network: RFC 1918, unique local addresses. */
  | "private"
  /** Between a provider and its customers (RFC 6598); many private nets of tunnels, too. */
  | "carrier"
  /** One cable only; the metadata of most clouds is there. */
  | "link_local"
  /** A machine of a cloud that gives its own servers their keys. */
  | "metadata"
  | "unspecified"
  | "multicast"
  | "broadcast"
  /** An IPv4 address packed into an IPv6 one, for a way that nobody needs for this. */
  | "transition"
  /** Documentation, benchmarks, tests, future use, not given to anybody. */
  | "reserved"
  | "not_an_address";

/** Metadata services outside of the link-local ranges: Azure, Alibaba, Oracle, AWS and Google by IPv6. */
const metadata = new Set([
  "168.63.129.16",
  "100.100.100.200",
  "192.0.0.192",
  "fd00:ec2::254",
  "fd20:ce::254",
]);

/** What the ranges of ipaddr.js are here; one that is not named is `reserved`. */
const ranges: Readonly<Record<string, InnerRange>> = {
  loopback: "loopback",
  private: "private",
  uniqueLocal: "private",
  carrierGradeNat: "carrier",
  linkLocal: "link_local",
  unspecified: "unspecified",
  multicast: "multicast",
  broadcast: "broadcast",
  ipv4Mapped: "transition",
  rfc6052: "transition",
  rfc6145: "transition",
  "6to4": "transition",
  teredo: "transition",
};

/** Ranges that an office may open by naming the host: its own machine and its own networks. Never metadata. */
const opened: ReadonlySet<InnerRange> = new Set(["loopback", "private", "carrier"]);

/**
 * The range of an address as a resolver writes it, or `public`. Addresses that stand for an IPv4 one (`::ffff:…`, and `64:ff9b::…`, which networks
 * without IPv4 answer with for everybody) are of that one's range.
 */
export function rangeOf(address: string): InnerRange | "public" {
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return "not_an_address";
  const plain = ipaddr.process(address);
  if (metadata.has(plain.toString())) return "metadata";
  if (plain instanceof ipaddr.IPv6) return rangeOfIpv6(plain);
  const range = plain.range();
  return range === "unicast" ? "public" : (ranges[range] ?? "reserved");
}

/** Whether a webhook may go there; `isNamed`: the office allows the host by name. */
export function isOpen(range: InnerRange | "public", isNamed: boolean): boolean {
  return range === "public" || (isNamed && opened.has(range));
}

/** Only 2000::/3 has been given to anybody (IANA, "IPv6 Global Unicast Address Space"). */
const givenOut = ipaddr.IPv6.parseCIDR("2000::/3");
const translated = ipaddr.IPv6.parseCIDR("64:ff9b::/96");
/** `::a.b.c.d`, given up in RFC 4291; `::` and `::1` have names of their own. */
const compatible = ipaddr.IPv6.parseCIDR("::/96");

function rangeOfIpv6(address: ipaddr.IPv6): InnerRange | "public" {
  if (address.match(translated)) return rangeOf(lastFour(address));
  const range = address.range();
  if (range !== "unicast") return ranges[range] ?? "reserved";
  if (address.match(compatible) || isIsatap(address)) return "transition";
  return address.match(givenOut) ? "public" : "reserved";
}

/** An interface id of `0:5efe:a.b.c.d` (RFC 5214) asks a router to unpack it. */
function isIsatap(address: ipaddr.IPv6): boolean {
  const [fifth = 0, sixth = 0] = address.parts.slice(4, 6);
  return (fifth & ~0x200) === 0 && sixth === 0x5efe;
}

function lastFour(address: ipaddr.IPv6): string {
  return address.toByteArray().slice(12).join(".");
}
