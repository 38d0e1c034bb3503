import { describe, expect, it } from "vitest";
import type { AllowedHost } from "../../src/webhooks/allowed-host.ts";
import { type Lookup, pinAddresses, pinnedLookup } from "../../src/webhooks/pin.ts";
import { readTarget } from "../../src/webhooks/target.ts";
import { allowing } from "./allowing.ts";
import { good, wrongAddresses, wrongBehindName } from "./hostile-addresses.ts";

function targetOf(url: string, allowed: readonly AllowedHost[] = []) {
  const reading = readTarget(url, allowed);
  if (reading.type !== "target") throw new Error(`${url} is refused: ${reading.why}`);
  return reading.target;
}

/** Answers with the next list each time, and with the last for good. */
function answering(...answers: readonly (readonly string[])[]): Lookup & { readonly asked: string[] } {
  const asked: string[] = [];
  const lookup: Lookup = async (host) => {
    asked.push(host);
    return answers[Math.min(asked.length, answers.length) - 1] ?? [];
  };
  return Object.assign(lookup, { asked });
}

const noLookup: Lookup = async (host) => {
  throw new Error(`${host} was looked up.`);
};

describe("pinAddresses", () => {
  it.each(wrongAddresses)("refuses %s", async (url, range) => {
    expect(await pinAddresses(targetOf(url), noLookup)).toMatchObject({
      type: "refused",
      refusal: { why: "inner_address", range },
    });
  });

  it.each(wrongBehindName)("refuses a name that leads to %j", async (addresses, range) => {
    const target = targetOf("https://partner.example/hook");
    expect(await pinAddresses(target, answering(addresses))).toMatchObject({
      type: "refused",
      refusal: { why: "leads_inward", range },
    });
  });

  it.each(good)("lets %s through", async (url, addresses) => {
    const target = targetOf(url);
    const lookup = addresses.length === 0 ? noLookup : answering(addresses);
    expect(await pinAddresses(target, lookup)).toEqual({
      type: "pinned",
      addresses: target.isLiteral ? [target.host] : addresses,
    });
  });

  it("says that a name has no address, now or at all", async () => {
    const target = targetOf("https://partner.example/hook");
    expect(await pinAddresses(target, answering([]))).toEqual({ type: "no_address" });
    expect(await pinAddresses(target, noLookup)).toEqual({ type: "no_address" });
  });

  it("refuses metadata and one cable's addresses also behind an allowed name", async () => {
    const target = targetOf("http://erp.office.lan/hook", allowing("erp.office.lan"));
    expect(await pinAddresses(target, answering(["192.168.1.5"]))).toMatchObject({ type: "pinned" });
    for (const address of ["169.254.169.254", "fd00:ec2::254", "100.100.100.200", "fe80::1", "0.0.0.0"]) {
      expect(await pinAddresses(target, answering([address]))).toMatchObject({ type: "refused" });
    }
  });

  it("checks anew at each try, and keeps what it checked within one", async () => {
    const rebinding = answering(["8.8.8.8"], ["127.0.0.1"]);
    const target = targetOf("https://partner.example/hook");
    const first = await pinAddresses(target, rebinding);
    expect(first).toEqual({ type: "pinned", addresses: ["8.8.8.8"] });
    if (first.type !== "pinned") return;
    expect(await addressesFrom(pinnedLookup(first.addresses), "partner.example")).toEqual(["8.8.8.8"]);
    expect(rebinding.asked).toEqual(["partner.example"]);
    expect(await pinAddresses(target, rebinding)).toMatchObject({
      type: "refused",
      refusal: { why: "leads_inward", address: "127.0.0.1" },
    });
  });
});

describe("pinnedLookup", () => {
  it("gives the checked addresses for any name, one or all", async () => {
    const lookup = pinnedLookup(["8.8.8.8", "2606:4700::1111"]);
    expect(await addressesFrom(lookup, "anything.else")).toEqual(["8.8.8.8", "2606:4700::1111"]);
    await new Promise<void>((resolve) => {
      lookup("anything.else", {}, (error, address, family) => {
        expect([error, address, family]).toEqual([null, "8.8.8.8", 4]);
        resolve();
      });
    });
  });

  it("gives those of one family where a socket asks for it", async () => {
    const lookup = pinnedLookup(["8.8.8.8", "2606:4700::1111"]);
    expect(await addressesFrom(lookup, "a", 6)).toEqual(["2606:4700::1111"]);
    expect(await addressesFrom(lookup, "a", "IPv4")).toEqual(["8.8.8.8"]);
    await expect(addressesFrom(pinnedLookup(["8.8.8.8"]), "a", 6)).rejects.toThrow("None of the checked");
  });
});

function addressesFrom(
  lookup: ReturnType<typeof pinnedLookup>,
  host: string,
  family: 0 | 4 | 6 | "IPv4" | "IPv6" = 0,
): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    lookup(host, { all: true, family }, (error, found) => {
      if (error) reject(error);
      else resolve(Array.isArray(found) ? found.map(({ address }) => address) : [found]);
    });
  });
}
