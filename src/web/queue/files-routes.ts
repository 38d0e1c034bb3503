/** `/documents/{id}`: a customer's file, for whoever is logged in. Always saved, never shown in the page. */
import { Hono } from "hono";
import { parseDocumentId } from "../../domain/ids.ts";
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

/** RFC 6266: an ASCII name for old readers, and the whole name percent-encoded as UTF-8 (RFC 8187). */
export function attachment(name: string): string {
  const clean = name.toWellFormed().replace(/[\u0000-\u001f\u007f/\\]/g, "_");
  const plain = clean.replace(/[^\x20-\x7e]|["%]/g, "_");
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
