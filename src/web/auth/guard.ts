/**
 * The door of the queue: every route but the login asks who comes, and every change asks for both proofs of our own page. What it
 * finds out is in the context (`agent`, `session`) for the routes behind it.
 */
import type { Context, MiddlewareHandler } from "hono";
import type { Agent } from "../../domain/agent.ts";
import type { AgentSession } from "../../store/people.ts";
import type { Jar } from "./cookies.ts";
import { isOwnRequest } from "./csrf.ts";
import type { Sessions } from "./sessions.ts";

/** `since`: the newest change when the request came, before anything was read for its answer. */
export type Signed = { Variables: { agent: Agent; session: AgentSession; since: string } };

export type Door = {
  readonly sessions: Sessions;
  readonly jar: Jar;
  readonly publicUrl: string;
  /** Real time. */
  readonly now: () => number;
  /** Nobody is logged in, or not any more. */
  readonly toLogin: (c: Context) => Response;
  /** The request did not come from one of our pages, or from an outdated one. */
  readonly refuse: (c: Context<Signed>) => Response | Promise<Response>;
};

/** Lets agents in with a living session and, for anything but reading, with the proofs of `csrf.ts`. */
export function needsAgent(door: Door): MiddlewareHandler<Signed> {
  const { sessions, jar, now } = door;
  return async (c, next) => {
    const key = jar.session(c);
    const entry = key === undefined ? undefined : await sessions.enter(key, now());
    if (!entry) return door.toLogin(c);
    c.set("agent", entry.agent);
    c.set("session", entry.session);
    const reads = c.req.method === "GET" || c.req.method === "HEAD";
    if (!reads && !isOwnRequest(c, door.publicUrl, entry.session)) return door.refuse(c);
    await next();
    // After the answer: one that a route made by itself would not carry a cookie set before.
    if (entry.renewed && !jar.setsSession(c)) jar.setSession(c, entry.renewed);
    return;
  };
}
