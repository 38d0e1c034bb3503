/** `/events`: what changed, for open pages. Ids and versions only; the pages ask for their part again by themselves. */
import { Hono } from "hono";
import type { AgentId } from "../../../domain/ids.ts";
import type { Signed } from "../../auth/guard.ts";
import type { Encode } from "../../live.ts";
import type { Desk } from "./desk.tsx";

export type LiveDoor = {
  readonly routes: Hono<Signed>;
  /** The agent's sessions are over: their open pages are told with the next change. */
  end(agent: AgentId): void;
};

/** Streams of one agent and epoch share one encoder, which falls silent but for `over` once the agent is ended. */
export function liveRoutes(desk: Desk): LiveDoor {
  const encoders = new Map<string, { readonly encode: Encode; over: boolean }>();

  const encoderOf = (agent: AgentId, epoch: number): Encode => {
    const key = `${agent} ${epoch}`;
    const known = encoders.get(key);
    if (known) return known.encode;
    const made: { over: boolean; readonly encode: Encode } = {
      over: false,
      encode: (change) =>
        made.over ? { event: "over", data: "{}" } : { event: change.type, data: JSON.stringify(change) },
    };
    encoders.set(key, made);
    return made.encode;
  };

  const routes = new Hono<Signed>().get("/", (c) => {
    // A tab that takes over from another one can't set the header: it names the last event in the address.
    const since = c.req.header("last-event-id") ?? c.req.query("since");
    return desk.parts.live.stream(encoderOf(c.get("agent").id, c.get("session").epoch), since);
  });
  return {
    routes,
    end(agent) {
      for (const [key, encoder] of encoders) {
        if (!key.startsWith(`${agent} `)) continue;
        encoder.over = true;
        encoders.delete(key);
      }
    },
  };
}
