/**
 * What a customer sends from a web chat, and reading the chat back. A message is acknowledged after it is durable; the same id
 * again is accepted and has no further effect, so a browser may repeat whatever it did not hear back about.
 */
import type { Context } from "hono";
import type { ConversationId } from "../../domain/ids.ts";
import type { Content } from "../../domain/message.ts";
import type { WebParts } from "../deps.ts";
import { hasScope } from "../keys.ts";
import { longestText } from "../lengths.ts";
import { invalid, invalidField, Problem, readJson } from "../problem.ts";
import { storable } from "../storable.ts";
import { type ApiParts, answers, type Endpoint, refuses, sessionParam } from "./endpoint.ts";
import { type Page, readPage } from "./lines.ts";
import { boundaryOf } from "./multipart.ts";
import {
  acceptedSchema,
  messageListSchema,
  messageQuerySchema,
  type NewMessage,
  newMessageSchema,
  uploadSchema,
} from "./schemas.ts";
import { openedBy } from "./sessions.ts";
import { readUpload } from "./upload.ts";

const path = "/chat/sessions/{session}/messages";

/** `POST` and `GET …/messages`. */
export function messageEndpoints(parts: ApiParts): readonly Endpoint[] {
  return [
    {
      route: {
        method: "post",
        path,
        summary: "Send a message: words, a press, a location, a contact, or a file",
        request: {
          params: sessionParam,
          body: {
            required: true,
            content: {
              "application/json": { schema: newMessageSchema },
              "multipart/form-data": { schema: uploadSchema },
            },
          },
        },
        responses: {
          ...answers(202, "It is durable", acceptedSchema),
          ...refuses(
            "not_json",
            "bad_multipart",
            "not_found",
            "text_too_long",
            "file_too_large",
            "file_type",
            "invalid",
            "too_many",
            "not_now",
          ),
        },
      },
      handle: (c) => postMessage(c, parts),
    },
    {
      route: {
        method: "get",
        path,
        summary: "Read the chat, waiting for something new if wanted",
        request: { params: sessionParam, query: messageQuerySchema },
        responses: {
          ...answers(200, "The lines after `after`", messageListSchema),
          ...refuses("bad_cursor", "not_found", "invalid"),
        },
      },
      handle: (c) => getMessages(c, parts),
    },
  ];
}

async function postMessage(c: Context, parts: ApiParts): Promise<Response> {
  const conversation = await openedBy(parts, c.req.param("session"));
  const isProgram = await hasScope(c, parts, "messages:write");
  if (!isProgram) {
    const taken = parts.chatMessages.take(conversation);
    if (!taken.ok) throw new Problem("too_many", "Too many messages in this chat.", taken);
  }
  const boundary = boundaryOf(c.req.header("content-type"));
  if (boundary !== undefined && !isProgram) {
    const taken = parts.uploads.take(parts.addressOf(c));
    if (!taken.ok) throw new Problem("too_many", "Too many files from this address.", taken);
  }
  const { id, content } =
    boundary === undefined
      ? readContent(await readJson(c, newMessageSchema))
      : await readUpload(c, boundary, conversation, parts);
  const { engine } = parts;
  const received = await engine.receive({
    channel: "web",
    address: conversation,
    id,
    content,
    at: engine.now(),
  });
  if (received.type === "not_now") throw notNow(received.reason);
  return c.json({ id }, 202);
}

function notNow(reason: string): Problem {
  return new Problem("not_now", `The office cannot store anything now (${reason}).`, {
    retryAfterSeconds: 5,
  });
}

function readContent(body: NewMessage): { readonly id: string; readonly content: Content } {
  const id = storable(body.id);
  if (body.text !== undefined) return { id, content: { type: "text", text: checkedText(body.text) } };
  if (body.choice !== undefined) return { id, content: { type: "choice", value: storable(body.choice) } };
  if (body.location) return { id, content: { type: "location", ...body.location } };
  if (body.contact) {
    const { name, phone } = body.contact;
    return { id, content: { type: "contact", name: storable(name), phone: storable(phone) } };
  }
  throw invalidField("text", "missing", "exactly one of text, choice, location, contact");
}

/** Only spaces and characters that show nothing. */
const blank = /^[\p{White_Space}\p{Cf}\p{Cc}]*$/u;

function checkedText(text: string): string {
  if (text.length > longestText)
    throw new Problem(
      "text_too_long",
      `The text has ${text.length} UTF-16 units; ${longestText} are allowed.`,
    );
  if (blank.test(text)) throw invalidField("text", "empty", "the text is empty");
  return storable(text);
}

async function getMessages(c: Context, parts: ApiParts): Promise<Response> {
  const conversation = await openedBy(parts, c.req.param("session"));
  const query = messageQuerySchema.safeParse(c.req.query());
  if (!query.success) throw invalid(query.error);
  const after = afterOf(query.data.after);
  const page = await waitForPage(parts, conversation, after, query.data.wait * 1_000, c.req.raw.signal);
  return c.json(page);
}

/** A `seq`, from 0. */
export function afterOf(text: string | undefined): number {
  if (text === undefined || text === "") return 0;
  if (!/^\d{1,15}$/.test(text)) throw new Problem("bad_cursor", "`after` is not a `seq`.");
  return Number(text);
}

/** The page as soon as it has something, or an empty one after `waitMs`, when the reader left, or when the office stops. */
async function waitForPage(
  { engine, live }: Pick<WebParts, "engine" | "live">,
  conversation: ConversationId,
  after: number,
  waitMs: number,
  signal: AbortSignal,
): Promise<Page> {
  if (waitMs === 0) return readPage(engine, conversation, after);
  const ending = AbortSignal.any([signal, AbortSignal.timeout(waitMs)]);
  let changed = Promise.withResolvers<void>();
  const wake = () => changed.resolve();
  // Listening begins before the first look, so nothing that comes between is missed.
  const stop = live.watchChat(conversation, wake);
  ending.addEventListener("abort", wake);
  try {
    for (;;) {
      const page = await readPage(engine, conversation, after);
      if (page.messages.length > 0 || ending.aborted || live.isClosed()) return page;
      await changed.promise;
      changed = Promise.withResolvers();
    }
  } finally {
    stop();
    ending.removeEventListener("abort", wake);
  }
}
