/** The office's lines for programs: how each is and what waits. Never the code that links one: that stands on the staff's page alone. */
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Line } from "../../outbox/lines.ts";
import { needsScope } from "../keys.ts";
import { type ApiParts, answers, byKey, type Endpoint, refuses } from "./endpoint.ts";
import { moment } from "./schemas.ts";

export const lineListSchema = z
  .object({
    lines: z.array(
      z
        .object({
          channel: z.string().openapi({ example: "telegram" }),
          state: z.enum(["starting", "working", "deaf", "away", "needs_link", "refused"]),
          why: z
            .string()
            .optional()
            .openapi({ description: "Of a line that does not work", example: "conflict" }),
          as: z.string().optional().openapi({ description: "How customers see it", example: "@office_bot" }),
          since: moment,
          retryAt: moment.optional(),
          paused: z.boolean(),
          lastIn: moment.optional().openapi({ description: "RFC 3339, UTC; since the start of the process" }),
          lastOut: moment.optional(),
          backlog: z.int().openapi({ description: "Messages that wait to leave" }),
          careful: z.object({ since: moment, waiting: z.int() }).optional().openapi({
            description:
              "It works, and keeps messages back so that its platform does not block it: only answers leave",
          }),
          problems: z
            .array(z.object({ at: moment, type: z.string() }))
            .openapi({ description: "Newest first, at most 10" }),
        })
        .openapi("Line"),
    ),
  })
  .openapi("LineList");
type LineListJson = z.infer<typeof lineListSchema>;

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
