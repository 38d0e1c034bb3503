/** The office's lines for programs: how each is and what waits. Never the code that links one: that stands on the staff's page alone. */
import type { Context } from "hono";
import type { Line } from "../../outbox/lines.ts";
import { needsScope } from "../keys.ts";
import { type ApiParts, answers, byKey, type Endpoint, refuses } from "./endpoint.ts";
import { type LineListJson, lineListSchema } from "./schemas.ts";

/** `GET /lines`. */
export function lineEndpoints(parts: ApiParts): readonly Endpoint[] {
  return [
    {
      route: {
        method: "get",
        path: "/lines",
        summary: "How the office's lines are",
        security: byKey("lines:read"),
        responses: {
          ...answers(200, "All of them", lineListSchema),
          ...refuses("unauthorized", "forbidden"),
        },
      },
      handle: (c) => getLines(c, parts),
    },
  ];
}

async function getLines(c: Context, parts: ApiParts): Promise<Response> {
  await needsScope(c, parts, "lines:read");
  return c.json({ lines: parts.lines.list().map(lineJson) } satisfies LineListJson);
}

/** Picked out one by one, so that nothing of a state comes along by itself. */
function lineJson(line: Line): LineListJson["lines"][number] {
  const { state } = line;
  const why = "why" in state ? state.why : undefined;
  const as = "as" in state ? state.as : undefined;
  const retryAt = state.type === "away" ? state.retryAt : undefined;
  return {
    channel: line.channel,
    state: state.type,
    ...(why !== undefined && { why }),
    ...(as !== undefined && { as }),
    since: momentOf(line.since),
    ...(retryAt !== undefined && { retryAt: momentOf(retryAt) }),
    paused: line.paused,
    ...(line.heardAt !== undefined && { lastIn: momentOf(line.heardAt) }),
    ...(line.spokeAt !== undefined && { lastOut: momentOf(line.spokeAt) }),
    backlog: line.backlog,
    ...(line.careful && {
      careful: { since: momentOf(line.careful.since), waiting: line.careful.waiting },
    }),
    problems: line.problems.map(({ at, type }) => ({ at: momentOf(at), type })),
  };
}

const momentOf = (at: number): string => new Date(at).toISOString();
