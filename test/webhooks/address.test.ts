import { BlockList } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpen, rangeOf } from "../../src/webhooks/address.ts";

/** IANA's register of special IPv4 addresses, and those of metadata outside of it: a second opinion that shares nothing with the first. */
const special = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["168.63.129.16", 32],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  special.addSubnet(net, bits);
}

const byte = fc.nat(255);
const four = fc.tuple(byte, byte, byte, byte);
/** Near the edges of what is special, where mistakes are made. */
const edge = fc
  .tuple(fc.constantFrom(0, 10, 100, 127, 168, 169, 172, 192, 198, 203, 224, 240, 255), byte, byte, byte)
  .map((parts) => parts.join("."));
const hex = ([a, b, c, d]: readonly [number, number, number, number]) =>
  `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;

describe("rangeOf", () => {
  it("finds public what no register calls special", () => {
    const any = fc.oneof(
      edge,
      four.map((parts) => parts.join(".")),
    );
    fc.assert(
      fc.property(any, (address) => {
        expect(rangeOf(address) === "public").toBe(!special.check(address));
      }),
      { numRuns: 3_000 },
    );
  });

  it("sees through what stands for an IPv4 address", () => {
    fc.assert(
      fc.property(four, (parts) => {
        const plain = rangeOf(parts.join("."));
        expect(rangeOf(`::ffff:${hex(parts)}`)).toBe(plain);
        expect(rangeOf(`64:ff9b::${hex(parts)}`)).toBe(plain);
      }),
    );
  });

  it("finds nothing public that packs an IPv4 address otherwise", () => {
    fc.assert(
      fc.property(four, (parts) => {
        const inside = hex(parts);
        for (const address of [
          `::${inside}`,
          `::ffff:0:${inside}`,
          `64:ff9b:1::${inside}`,
          `2002:${inside}::1`,
          `2001:0:${inside}::1`,
          `2a02:26f7::5efe:${inside}`,
        ]) {
          expect(rangeOf(address)).not.toBe("public");
        }
      }),
    );
  });

  it("finds nothing public outside of what has been given to anybody", () => {
    const word = fc.nat(0xffff);
    fc.assert(
      fc.property(fc.tuple(word, word, word, word, word, word, word, word), (words) => {
        const address = words.map((one) => one.toString(16)).join(":");
        const [first = 0] = words;
        if (first >> 13 !== 1) expect(rangeOf(address)).not.toBe("public");
      }),
      { numRuns: 1_000 },
    );
  });

  it("takes no text for an address that is none", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/[.:]/.test(text));
        expect(rangeOf(text)).toBe("not_an_address");
      }),
    );
  });
});

describe("isOpen", () => {
  it("opens the office's own nets by name, and nothing of a cloud's", () => {
    const ranges = ["loopback", "private", "carrier", "link_local", "metadata", "unspecified"] as const;
    expect(ranges.filter((range) => isOpen(range, true))).toEqual(["loopback", "private", "carrier"]);
    expect(ranges.filter((range) => isOpen(range, false))).toEqual([]);
    expect(isOpen("public", false)).toBe(true);
  });
});
