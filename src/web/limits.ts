/**
 * How much one source may ask for: token buckets in memory, with a bound on how many are remembered, and the question whose
 * request it is (an address, honest proxies believed, nobody else). Real time, never a rehearsal's.
 */
import { BlockList, isIPv6 } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** Tokens come back evenly, `perSecond` of them, up to `burst`. */
export type Allowance = { readonly burst: number; readonly perSecond: number };
export type Taken = { readonly ok: true } | { readonly ok: false; readonly retryAfterSeconds: number };

export interface Limiter {
  /** Takes one token of `key`'s bucket, or says how many seconds until there is one. */
  take(key: string): Taken;
  readonly size: () => number;
}

/** contracts.md: 30 new chats a minute an address. */
export const newChats: Allowance = { burst: 30, perSecond: 0.5 };
/** contracts.md: a chat may burst 20 messages, then 1 a second. */
export const chatMessages: Allowance = { burst: 20, perSecond: 1 };

/** Files of one address, whatever its chats: 400 MiB at once, then at most 60 MiB a minute. A small server's disk is not endless. */
export const uploads: Allowance = { burst: 20, perSecond: 0.05 };

type Bucket = { tokens: number; at: number };

/**
 * Buckets by key; the one used longest ago is forgotten when there are more than `maxKeys` (100,000 take about 15 MB). A forgotten
 * bucket begins full again: a flood from many sources costs memory for none.
 */
export function createLimiter(allowance: Allowance, now: () => number, maxKeys = 100_000): Limiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(key) {
      const at = now();
      const before = buckets.get(key);
      const tokens = before ? refilled(before, at, allowance) : allowance.burst;
      buckets.delete(key);
      const ok = tokens >= 1;
      buckets.set(key, { tokens: ok ? tokens - 1 : tokens, at });
      if (buckets.size > maxKeys) buckets.delete(buckets.keys().next().value ?? key);
      return ok ? { ok } : { ok, retryAfterSeconds: (1 - tokens) / allowance.perSecond };
    },
    size: () => buckets.size,
  };
}

/** A clock that was set back takes nothing away and gives nothing. */
function refilled(bucket: Bucket, at: number, { burst, perSecond }: Allowance): number {
  const seconds = Math.max(0, at - bucket.at) / 1_000;
  return Math.min(burst, bucket.tokens + seconds * perSecond);
}

/** Says from which address a request came. */
export type AddressOf = (c: Context) => string;

/**
 * The socket's address, or, where that is a trusted proxy, the last address in `X-Forwarded-For` that no trusted proxy wrote.
 * IPv6 is cut to its /64, which is what one customer is given. A request without a socket is `unknown`.
 */
export function createAddressOf(trustProxy: readonly string[]): AddressOf {
  const trusted = blockListOf(trustProxy);
  return (c) => {
    const socket = normalised(socketAddress(c));
    if (!isTrusted(trusted, socket)) return limitKey(socket);
    const forwarded = (c.req.header("x-forwarded-for") ?? "")
      .split(",")
      .map((part) => normalised(part.trim()));
    const client = forwarded.reverse().find((address) => address !== "" && !isTrusted(trusted, address));
    return limitKey(client ?? socket);
  };
}

function socketAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    // Called by `app.request()`: there is no socket behind it.
    return "unknown";
  }
}

function blockListOf(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", bits] = entry.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isTrusted(trusted: BlockList, address: string): boolean {
  return isIPv6(address) ? trusted.check(address, "ipv6") : trusted.check(address, "ipv4");
}

/** `::ffff:10.0.0.1` is 10.0.0.1. */
function normalised(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

function limitKey(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const front = head.split(":").filter(Boolean);
  const back = (tail ?? "").split(":").filter(Boolean);
  const gap = tail === undefined ? 0 : 8 - front.length - back.length;
  return [...front, ...Array<string>(Math.max(0, gap)).fill("0"), ...back].slice(0, 4).join(":");
}
