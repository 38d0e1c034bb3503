import { describe, expect, it } from "vitest";
import { parseAllowedHost } from "../../src/webhooks/allowed-host.ts";
import { readTarget } from "../../src/webhooks/target.ts";
import { allowing } from "./allowing.ts";
import { good, wrongAddresses, wrongByLetters } from "./hostile-addresses.ts";

describe("readTarget", () => {
  it.each(wrongByLetters)("refuses %j", (url, why) => {
    expect(readTarget(url, [])).toEqual({ type: "refused", why });
  });

  it.each(wrongAddresses)("leaves %s to the check of addresses", (url) => {
    expect(readTarget(url, [])).toMatchObject({
      type: "target",
      target: { isLiteral: true, isNamed: false },
    });
  });

  it.each(good)("reads %s", (url, addresses) => {
    const isLiteral = addresses.length === 0;
    expect(readTarget(url, [])).toMatchObject({ type: "target", target: { isSecure: true, isLiteral } });
  });

  it("says host and port as a connection needs them", () => {
    expect(readTarget("https://[2606:4700::1111]/a", [])).toMatchObject({
      target: { host: "2606:4700::1111", port: 443 },
    });
    expect(readTarget("http://localhost/a", allowing("localhost"))).toMatchObject({
      target: { host: "localhost", port: 80 },
    });
  });

  it("lets a host that is allowed by name be inner, without TLS, and on any port", () => {
    const allowed = allowing("localhost", "10.0.0.7", "[::1]", "orders.office.lan");
    for (const url of [
      "http://localhost:4010/hook",
      "https://localhost/hook",
      "http://10.0.0.7/hook",
      "http://[::1]:8080/hook",
      "http://orders.office.lan:5000/hook",
      "http://ORDERS.office.lan/hook",
    ]) {
      expect(readTarget(url, allowed)).toMatchObject({ type: "target", target: { isNamed: true } });
    }
  });

  it("keeps to the port that is allowed with the name", () => {
    const allowed = allowing("localhost:4010", "inner.example:80");
    expect(readTarget("http://localhost:4010/", allowed)).toMatchObject({ target: { isNamed: true } });
    expect(readTarget("http://inner.example/", allowed)).toMatchObject({ target: { isNamed: true } });
    expect(readTarget("http://localhost:6379/", allowed)).toEqual({ type: "refused", why: "not_https" });
    expect(readTarget("https://localhost:6379/", allowed)).toEqual({ type: "refused", why: "port" });
    expect(readTarget("https://localhost/", allowed)).toEqual({ type: "refused", why: "inner_name" });
  });

  it("takes a name for no other: neither below it, nor around it, nor oddly spelled", () => {
    const allowed = allowing("localhost", "inner.example", "127.0.0.1");
    const whyNot = (url: string) => {
      const reading = readTarget(url, allowed);
      return reading.type === "refused" ? reading.why : reading.target.isNamed;
    };
    expect(whyNot("http://a.localhost/")).toBe("not_https");
    expect(whyNot("http://a.inner.example/")).toBe("not_https");
    expect(whyNot("http://inner.example.evil.example/")).toBe("not_https");
    expect(whyNot("https://notinner.example/")).toBe(false);
    expect(whyNot("http://127.0.0.2/")).toBe("not_https");
    expect(whyNot("http://2130706433/")).toBe("odd_spelling");
    expect(whyNot("http://inner.example@evil.example/")).toBe("not_https");
    expect(whyNot("http://evil.example@inner.example/")).toBe("has_credentials");
  });
});

describe("parseAllowedHost", () => {
  it.each([
    ["localhost", { host: "localhost" }],
    ["Orders.Office.LAN", { host: "orders.office.lan" }],
    ["10.0.0.7:8080", { host: "10.0.0.7", port: 8080 }],
    ["[::1]", { host: "::1" }],
    ["[0:0::1]:4010", { host: "::1", port: 4010 }],
    ["erp:80", { host: "erp", port: 80 }],
  ])("reads %s", (text, host) => {
    expect(parseAllowedHost(text)).toEqual(host);
  });

  it.each([
    "",
    "*",
    "*.office.lan",
    "http://localhost",
    "localhost/hook",
    "10.0.0.0/8",
    "a b",
    "user@host",
    "host:",
    "host:99999",
    "::1",
    ".lan",
    "office.lan.",
    "[::g]",
  ])("refuses %j", (text) => {
    expect(parseAllowedHost(text)).toBeUndefined();
  });
});
