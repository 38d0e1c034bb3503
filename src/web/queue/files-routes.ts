/** `/documents/{id}`: a customer's file, for whoever is logged in. Always saved, never shown in the page. */
import { Hono } from "hono";
import { parseDocumentId } from "../../domain/ids.ts";
import { attachment } from "../attachment.ts";
import type { Signed } from "../auth/guard.ts";
import type { Desk } from "./desk.tsx";

export function fileRoutes(desk: Desk): Hono<Signed> {
  const { documents, log } = desk.parts;
  return new Hono<Signed>().get("/:id", async (c) => {
    const id = parseDocumentId(c.req.param("id"));
    const document = id && (await documents.get(id));
    const body = id && document && (await documents.open(id));
    if (!document || !body) return c.text(desk.sceneFor(c).words.refused.gone, 404);
    log.info({ agent: c.get("agent").id, document: document.id }, "a file was opened");
    return new Response(body, {
      headers: {
        "content-type": document.mediaType,
        "content-length": String(document.bytes),
        "content-disposition": attachment(document.name),
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  });
}
