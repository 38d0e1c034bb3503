import type { Context } from "hono";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { createAddressOf, createLimiter, newChats } from "../../src/web/limits.ts";

describe("createLimiter", () => {
  it("gives a burst, then tokens evenly, and says how long to wait", () => {
    let now = 0;
    const limiter = createLimiter(newChats, () => now);
    for (let n = 0; n < 30; n++) expect(limiter.take("a").ok).toBe(true);
    expect(limiter.take("a")).toEqual({ ok: false, retryAfterSeconds: 2 });
    now += 2_000;
    expect([limiter.take("a").ok, limiter.take("a").ok]).toEqual([true, false]);
  });

  it("keeps sources apart and remembers only so many", () => {
    const limiter = createLimiter({ burst: 1, perSecond: 1 }, () => 0, 3);
    for (const key of ["a", "b", "c", "d", "e"]) expect(limiter.take(key).ok).toBe(true);
    expect(limiter.size()).toBe(3);
    expect(limiter.take("e").ok).toBe(false);
  });

  it("neither gives nor takes when the clock is set back", () => {
    let now = 100_000;
    const limiter = createLimiter({ burst: 2, perSecond: 1 }, () => now);
    limiter.take("a");
    now = 0;
    expect([limiter.take("a").ok, limiter.take("a").ok]).toEqual([true, false]);
  });
});

async function addressSeen(trusted: readonly string[], socket: string, forwarded?: string): Promise<string> {
  const addressOf = createAddressOf(trusted);
  const app = new Hono().get("/", (c: Context) => c.text(addressOf(c)));
  const headers: Record<string, string> = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  const env = { incoming: { socket: { remoteAddress: socket, remotePort: 1, remoteFamily: "IPv4" } } };
  return (await app.request("/", { headers }, env)).text();
}

describe("createAddressOf", () => {
  it("believes nobody unless told to", async () => {
    expect(await addressSeen([], "203.0.113.9", "1.2.3.4")).toBe("203.0.113.9");
  });

  it("takes the last address that no trusted proxy wrote", async () => {
    const trusted = ["127.0.0.1", "10.0.0.0/8"];
    expect(await addressSeen(trusted, "::ffff:127.0.0.1", "6.6.6.6, 1.2.3.4, 10.1.1.1")).toBe("1.2.3.4");
    expect(await addressSeen(trusted, "127.0.0.1")).toBe("127.0.0.1");
    expect(await addressSeen(trusted, "8.8.8.8", "1.2.3.4")).toBe("8.8.8.8");
  });

  it("counts the addresses of one IPv6 network as one", async () => {
    expect(await addressSeen([], "2001:db8:1:2:3:4:5:6")).toBe(await addressSeen([], "2001:db8:1:2:ffff::1"));
    expect(await addressSeen([], "2001:db8::1")).toBe("2001:db8:0:0");
  });

  it("survives a header of nonsense", async () => {
    expect(await addressSeen(["127.0.0.1"], "127.0.0.1", ",, <script>, ")).toBe("<script>");
  });
});
