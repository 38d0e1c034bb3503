/** Keys of programs: what a request may do by the key that it carries. The key of the settings may do everything, those of integrators what they were made for. */
import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { Scope } from "../domain/integration.ts";
import type { IntegrationStore } from "../store/integrations.ts";
import type { WebDeps } from "./deps.ts";
import { Problem } from "./problem.ts";
import { hasApiKey } from "./security.ts";

export type KeyDeps = Pick<WebDeps, "config" | "integrations" | "realNow" | "log">;

/** "Last used" is kept to the minute: a write for each request would cost more than the request. */
const touchEveryMs = 60_000;

/** A new key: 256 random bits behind a prefix by which scanners for secrets know it. */
export function freshKey(randomBytes: (length: number) => Uint8Array): string {
  return `wasit_${Buffer.from(randomBytes(32)).toString("base64url")}`;
}

/** What is kept of a key. Plain SHA-256: nobody guesses 256 bits, and every request is checked by it. */
export function hashOfKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Does the request carry a key that may do this? */
export async function hasScope(c: Context, deps: KeyDeps, scope: Scope): Promise<boolean> {
  return (await allowed(c, deps, scope)) === "allowed";
}

/** Whose request it is, as a name that no other key has: what a program calls its own is its own alone. */
export async function callerOf(c: Context, { config, integrations }: KeyDeps): Promise<string> {
  if (hasApiKey(c, config.apiKey)) return "key:settings";
  const given = keyIn(c);
  const key = given === undefined ? undefined : await integrations?.findKey(hashOfKey(given));
  return `key:${key?.id ?? ""}`;
}

/** Throws 401 without a key that holds, 403 for one that may not do this. */
export async function needsScope(c: Context, deps: KeyDeps, scope: Scope): Promise<void> {
  const answer = await allowed(c, deps, scope);
  if (answer === "allowed") return;
  if (answer === "not_this")
    throw new Problem("forbidden", `This key may not do that: it lacks the scope ${scope}.`);
  throw new Problem("unauthorized", "Send a key that holds as `Authorization: Bearer …`.");
}

async function allowed(c: Context, deps: KeyDeps, scope: Scope): Promise<"allowed" | "not_this" | "no_key"> {
  const { config, integrations, realNow } = deps;
  if (hasApiKey(c, config.apiKey)) return "allowed";
  const given = keyIn(c);
  const key = given === undefined ? undefined : await integrations?.findKey(hashOfKey(given));
  if (!key || !integrations) return "no_key";
  // Not waited for, and no reason to refuse: where nothing can be stored, reading goes on.
  touch(integrations, key.id, realNow()).catch((error: unknown) => {
    deps.log.warn({ err: error, key: key.id }, "a key's last use was not kept");
  });
  return key.scopes.includes(scope) ? "allowed" : "not_this";
}

function keyIn(c: Context): string | undefined {
  return /^Bearer +(wasit_[\w-]{43})$/i.exec(c.req.header("authorization") ?? "")?.[1];
}

const touched = new WeakMap<IntegrationStore, Map<string, number>>();

async function touch(store: IntegrationStore, id: string, now: number): Promise<void> {
  const last = touched.get(store) ?? new Map<string, number>();
  touched.set(store, last);
  if (Math.abs(now - (last.get(id) ?? 0)) < touchEveryMs) return;
  last.set(id, now);
  await store.touchKey(id, now);
}
