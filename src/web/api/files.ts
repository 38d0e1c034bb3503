/**
 * A chat's own files, and its return link as a QR picture. A file is always an attachment and never sniffed; another chat's file
 * does not exist here.
 */
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { parseDocumentId } from "../../domain/ids.ts";
import { attachment } from "../attachment.ts";
import { Problem } from "../problem.ts";
import { type ApiParts, type Endpoint, refuses, sessionParam } from "./endpoint.ts";
import { openedBy } from "./sessions.ts";

const fileParams = sessionParam.extend({
  id: z.string().openapi({ description: "`f_…`, as the line's `document` names it" }),
});

/** `GET …/documents/{id}` and `GET …/qr`. */
export function fileEndpoints(parts: ApiParts): readonly Endpoint[] {
  return [
    {
      route: {
        method: "get",
        path: "/chat/sessions/{session}/documents/{id}",
        summary: "A file of this chat, as an attachment",
        request: { params: fileParams },
        responses: {
          200: {
            description: "The file",
            content: { "application/octet-stream": { schema: { type: "string" } } },
          },
          ...refuses("not_found"),
        },
      },
      handle: (c) => getDocument(c, parts),
    },
    {
      route: {
        method: "get",
        path: "/chat/sessions/{session}/qr",
        summary: "The return link of this chat as a QR picture",
        request: { params: sessionParam },
        responses: {
          200: { description: "SVG", content: { "image/svg+xml": { schema: { type: "string" } } } },
          ...refuses("not_found"),
        },
      },
      handle: (c) => getQr(c, parts),
    },
  ];
}

async function getDocument(c: Context, parts: ApiParts): Promise<Response> {
  const conversation = await openedBy(parts, c.req.param("session"));
  const id = parseDocumentId(c.req.param("id") ?? "");
  const document = id && (await parts.documents.get(id));
  const body = document?.conversation === conversation ? await parts.documents.open(document.id) : undefined;
  if (!document || !body) throw new Problem("not_found", "This chat has no such file.");
  return new Response(body, {
    headers: {
      "content-type": document.mediaType,
      "content-length": String(document.bytes),
      "content-disposition": attachment(document.name),
      "cache-control": "private, max-age=3600",
    },
  });
}

async function getQr(c: Context, parts: ApiParts): Promise<Response> {
  const session = c.req.param("session") ?? "";
  const chat = await parts.engine.conversation(await openedBy(parts, session));
  const language = chat?.language ?? parts.config.language;
  // The key stands in the fragment, which browsers send to nobody.
  const link = `${parts.config.publicUrl}/chat?lang=${language}#s=${session}`;
  const { default: QRCode } = await import("qrcode");
  const svg = await QRCode.toString(link, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
  return c.body(svg, 200, { "content-type": "image/svg+xml" });
}
