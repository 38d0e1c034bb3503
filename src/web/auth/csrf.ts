/**
 * Requests that change something must come from our own pages. Two proofs, both needed: the browser's `Origin`, and the session's
 * token in a header of our own (a foreign page can send neither, and a header makes even a JSON body need a preflight). The login
 * form has no session yet; its hidden token belongs to a cookie given with the page.
 */
import type { Context } from "hono";
import type { AgentSession } from "../../store/people.ts";
import { sameSecret } from "../security.ts";
import { hashKey } from "./sessions.ts";

const csrfHeader = "X-Wasit-CSRF";

/**
 * Does the request's `Origin` name this office? Behind https only the public address counts; without it the address asked for counts
 * too, so that `localhost` and 127.0.0.1 both work. A missing or `null` origin is foreign: browsers send one with every POST.
 */
export function isOwnOrigin(c: Context, publicUrl: string): boolean {
  const origin = c.req.header("origin");
  if (!origin || origin === "null") return false;
  const own = new URL(publicUrl).origin;
  return origin === own || (!own.startsWith("https:") && origin === new URL(c.req.url).origin);
}

/** Both proofs for a logged-in agent. */
export function isOwnRequest(c: Context, publicUrl: string, session: AgentSession): boolean {
  const token = c.req.header(csrfHeader);
  return isOwnOrigin(c, publicUrl) && token !== undefined && sameSecret(token, session.csrf);
}

/** The hidden token that goes with a pre-login cookie. */
export function loginToken(cookie: string): string {
  return hashKey(`login:${cookie}`);
}

export function isLoginToken(cookie: string | undefined, token: string): boolean {
  return cookie !== undefined && sameSecret(token, loginToken(cookie));
}
