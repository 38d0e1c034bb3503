/**
 * From a name to the addresses that are connected to: looked up once, all of them checked, and no other one used afterwards. A name that
 * answers differently the second time (DNS rebinding) gains nothing, since there is no second time.
 */
import { lookup as systemLookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { isOpen, rangeOf } from "./address.ts";
import type { Target } from "./target.ts";
import type { AddressRefusal } from "./webhook.ts";

/** Every address of a name, as the system's resolver gives them; rejects where there is none. */
export type Lookup = (host: string) => Promise<readonly string[]>;

export type Pinned =
  | { readonly type: "pinned"; readonly addresses: readonly string[] }
  | { readonly type: "no_address" }
  | { readonly type: "refused"; readonly refusal: AddressRefusal };

/** The system's own: DNS, and the machine's hosts file. */
export const lookupAll: Lookup = async (host) =>
  (await systemLookup(host, { all: true, order: "verbatim" })).map(({ address }) => address);

/** Looks a target's name up and checks each address; one inner address among public ones refuses them all. */
export async function pinAddresses(target: Target, lookup: Lookup): Promise<Pinned> {
  const { host, isLiteral, isNamed } = target;
  const addresses = isLiteral ? [host] : await lookup(host).catch(() => []);
  if (addresses.length === 0) return { type: "no_address" };
  for (const address of addresses) {
    const range = rangeOf(address);
    if (range === "public" || isOpen(range, isNamed)) continue;
    const why = isLiteral ? "inner_address" : "leads_inward";
    return { type: "refused", refusal: { why, address, range } };
  }
  return { type: "pinned", addresses };
}

/** What Node's sockets ask in place of a resolver: always these, whatever name they ask for. */
export function pinnedLookup(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, done) => {
    const fitting = all.filter(({ family }) => !options.family || family === familyOf(options.family));
    const [first] = fitting;
    if (first === undefined) {
      done(Object.assign(new Error("None of the checked addresses fits."), { code: "ENOTFOUND" }), "", 0);
    } else if (options.all) done(null, fitting);
    else done(null, first.address, first.family);
  };
}

function familyOf(family: number | "IPv4" | "IPv6"): number {
  if (family === "IPv4") return 4;
  return family === "IPv6" ? 6 : family;
}
