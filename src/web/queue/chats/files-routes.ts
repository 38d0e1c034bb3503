/**
 * Files, for whoever is logged in and may read them. `/documents/{id}`: the file itself, always saved and never shown in the page; players
 * may ask for parts of it. `/thumbnails/{id}`: the small copy of a picture, which is shown.
 */
import { type Context, Hono } from "hono";
import { staffChannel } from "../../../conversation/order/news.ts";
import type { StoredDocument } from "../../../documents/documents.ts";
import type { Agent } from "../../../domain/agent.ts";
import type { Fields, FileRef } from "../../../domain/answer.ts";
import { type DocumentId, parseDocumentId } from "../../../domain/ids.ts";
import { attachment } from "../../attachment.ts";
import type { Signed } from "../../auth/guard.ts";
import type { WebParts } from "../../deps.ts";
import { parseRange } from "../../range.ts";
import { mayReadOrder } from "../departments/departments.ts";
import type { Desk } from "../frame/desk.tsx";

export function fileRoutes(desk: Desk): Hono<Signed> {
  const app = new Hono<Signed>();
  const onFile =
    (answer: (desk: Desk, c: Context<Signed>, document: StoredDocument) => Promise<Response>) =>
    async (c: Context<Signed>): Promise<Response> => {
      const id = parseDocumentId(c.req.param("id") ?? "");
      const document = id && (await desk.parts.documents.get(id));
      return document && (await mayOpen(desk.parts, c.get("agent"), document))
        ? answer(desk, c, document)
        : gone(desk, c);
    };
  app.get("/documents/:id", onFile(sendFile));
  app.get("/thumbnails/:id", onFile(sendThumbnail));
  return app;
}

const gone = (desk: Desk, c: Context<Signed>): Response => c.text(desk.sceneFor(c).words.refused.gone, 404);

async function sendFile(desk: Desk, c: Context<Signed>, document: StoredDocument): Promise<Response> {
  const { documents, log } = desk.parts;
  const tag = tagOf(document);
  const isSame = [undefined, tag].includes(c.req.header("if-range"));
  const asked = parseRange(isSame ? c.req.header("range") : undefined, document.bytes);
  const headers = {
    "content-type": document.mediaType,
    "content-disposition": attachment(document.name),
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    "accept-ranges": "bytes",
    etag: tag,
  };
  if (asked.type === "unsatisfiable")
    return c.body(null, 416, { ...headers, "content-range": `bytes */${document.bytes}` });
  const { first, last } = asked.type === "part" ? asked : { first: 0, last: document.bytes - 1 };
  const body = await documents.open(document.id, asked.type === "part" ? { first, last } : undefined);
  if (!body) return gone(desk, c);
  // A player asks for many parts; one line says it.
  if (first === 0) log.info({ agent: c.get("agent").id, document: document.id }, "a file was opened");
  return new Response(body, {
    status: asked.type === "part" ? 206 : 200,
    headers: {
      ...headers,
      "content-length": String(last - first + 1),
      ...(asked.type === "part" && { "content-range": `bytes ${first}-${last}/${document.bytes}` }),
    },
  });
}

async function sendThumbnail(desk: Desk, c: Context<Signed>, document: StoredDocument): Promise<Response> {
  // Kept by the browser, and asked about each time: so it shows nothing to who has logged out.
  const headers = {
    "cache-control": "private, no-cache",
    "x-content-type-options": "nosniff",
    etag: tagOf(document),
  };
  if (c.req.header("if-none-match") === headers.etag) return c.body(null, 304, headers);
  const copy = await desk.parts.documents.thumbnail(document.id);
  if (!copy) {
    desk.cannotDraw(document.id);
    return c.body(null, 204, { "cache-control": "private, no-store" });
  }
  return c.body(copy, 200, { ...headers, "content-type": "image/webp" });
}

/** What goes with a request between departments is read by those who may read the request; customers' files by all. */
async function mayOpen(
  parts: WebParts,
  agent: Agent,
  { id, conversation }: StoredDocument,
): Promise<boolean> {
  const chat = await parts.engine.conversation(conversation);
  if (!chat) return false;
  if (chat.channel !== staffChannel || chat.address === agent.id) return true;
  for (let after: string | undefined; ; ) {
    const page = await parts.orders.list(
      { conversation },
      { limit: 100, ...(after !== undefined && { after }) },
    );
    if (page.type !== "page") return false;
    const order = page.orders.find(({ fields }) => holdsFile(fields, id));
    if (order) return mayReadOrder(parts, agent, order);
    if (page.next === undefined) return false;
    after = page.next;
  }
}

function holdsFile(fields: Fields, id: DocumentId): boolean {
  return Object.values(fields).some(
    ({ value }) => Array.isArray(value) && (value as readonly FileRef[]).some((file) => file.id === id),
  );
}

/** The same content is the same file. */
function tagOf({ sha256 }: StoredDocument): string {
  return `"${sha256.slice(0, 32)}"`;
}
