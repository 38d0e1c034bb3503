/** The office's lines for programs: how each is and what waits. Never the code that links one: that stands on the staff's page alone. */
import type { Context } from "hono";
import type { Line } from "../../outbox/lines.ts";
import { needsApiKey } from "../security.ts";
import { type ApiParts, answers, byApiKey, type Endpoint, refuses } from "./endpoint.ts";
import { type LineListJson, lineListSchema } from "./schemas.ts";

/** `GET /lines`. */
export function lineEndpoints(parts: ApiParts): readonly Endpoint[] {
  return [
    {
      route: {
        method: "get",
        path: "/lines",
        summary: "How the office's lines are",
        security: byApiKey,
        responses: { ...answers(200, "All of them", lineListSchema), ...refuses("unauthorized") },
      },
      handle: (c) => getLines(c, parts),
    },
  ];
}

function getLines(c: Context, { config, lines }: ApiParts): Response {
  needsApiKey(c, config.apiKey);
  return c.json({ lines: lines.list().map(lineJson) } satisfies LineListJson);
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
