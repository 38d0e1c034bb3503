/**
 * The chat as server-sent events: one unnamed event a line, its id the line's `seq`. The chat itself is the log that a stream
 * resumes from, so `Last-Event-ID` leaves no gap, whatever was restarted in between. A first connection may begin at `?after=`.
 */
import type { Context } from "hono";
import type { ConversationId } from "../../domain/ids.ts";
import { Problem } from "../problem.ts";
import { type ApiParts, type Endpoint, refuses, sessionParam } from "./endpoint.ts";
import { readPage } from "./lines.ts";
import { afterOf } from "./messages.ts";
import { messageQuerySchema, messageSchema } from "./schemas.ts";
import { openedBy } from "./sessions.ts";

/** Open streams of one chat: a few devices with a few tabs each. */
const maxStreams = 20;

/** `GET …/events`. */
export function eventEndpoints(parts: ApiParts): readonly Endpoint[] {
  const open = new Map<ConversationId, number>();
  return [
    {
      route: {
        method: "get",
        path: "/chat/sessions/{session}/events",
        summary: "The same lines as server-sent events; `Last-Event-ID` resumes without a gap",
        request: { params: sessionParam, query: messageQuerySchema.pick({ after: true }) },
        responses: {
          200: {
            description: "Each event: `id` the line's seq, `data` the line",
            content: { "text/event-stream": { schema: messageSchema } },
          },
          ...refuses("bad_cursor", "not_found", "too_many"),
        },
      },
      handle: (c) => getEvents(c, parts, open),
    },
  ];
}

async function getEvents(c: Context, parts: ApiParts, open: Map<ConversationId, number>): Promise<Response> {
  const conversation = await openedBy(parts, c.req.param("session"));
  const after = afterOf(c.req.header("last-event-id") ?? c.req.query("after"));
  const count = open.get(conversation) ?? 0;
  if (count >= maxStreams)
    throw new Problem("too_many", "Too many open streams of this chat.", { retryAfterSeconds: 10 });
  open.set(conversation, count + 1);
  return follow(parts, conversation, after, () => {
    const left = (open.get(conversation) ?? 1) - 1;
    if (left > 0) open.set(conversation, left);
    else open.delete(conversation);
  });
}

function follow(
  { engine, live, log }: ApiParts,
  conversation: ConversationId,
  after: number,
  ended: () => void,
): Response {
  const stream = live.open();
  let last = after;
  let reading = false;
  let again = false;
  /** One reader at a time: what changes while it reads makes it look once more. */
  const pump = async () => {
    again = true;
    if (reading) return;
    reading = true;
    while (again && stream.isOpen()) {
      again = false;
      const { messages, more } = await readPage(engine, conversation, last);
      for (const message of messages) {
        if (!stream.write({ id: String(message.seq), data: JSON.stringify(message) })) return;
        last = message.seq;
      }
      again ||= more;
    }
    reading = false;
  };
  const look = () => {
    pump().catch((error: unknown) => {
      log.error({ err: error, conversation }, "a chat's stream failed");
      stream.close();
    });
  };
  const stop = live.watchChat(conversation, look);
  stream.onClose(() => {
    stop();
    ended();
  });
  look();
  return stream.response;
}
