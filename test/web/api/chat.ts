/** Talking to the API as a browser does, for the tests of its routes. */

import type { z } from "@hono/zod-openapi";
import type { Hono } from "hono";
import { type ConversationId, parseConversationId } from "../../../src/domain/ids.ts";
import type { Scope } from "../../../src/domain/integration.ts";
import { messageListSchema, sessionSchema } from "../../../src/web/api/schemas.ts";
import { createApp } from "../../../src/web/app.tsx";
import { freshKey, hashOfKey } from "../../../src/web/keys.ts";
import { agentId } from "../../store/sample-turns.ts";
import { sure, type TinyOffice, testKey, tinyOffice } from "../tiny-office.ts";

export const api = "/api/v1";
export const withKey = { authorization: `Bearer ${testKey}` };

export type Chat = {
  readonly office: TinyOffice;
  readonly app: Hono;
  readonly session: string;
  readonly conversation: ConversationId;
  /** The path of this chat's routes. */
  readonly path: string;
};

/** A tiny office with one open chat. */
export async function openChat(office: TinyOffice = tinyOffice()): Promise<Chat> {
  const app = createApp(office);
  const answer = await postJson(app, `${api}/chat/sessions`, { language: "ar" });
  const { session, conversation } = sessionSchema.parse(await answer.json());
  return {
    office,
    app,
    session,
    conversation: sure(parseConversationId(conversation)),
    path: `${api}/chat/sessions/${session}`,
  };
}

/** The header of a new integrator's key with these scopes alone. */
export async function keyWith(
  office: TinyOffice,
  ...scopes: readonly Scope[]
): Promise<{ readonly authorization: string }> {
  const key = freshKey((length) => crypto.getRandomValues(new Uint8Array(length)));
  const about = {
    id: `k_${hashOfKey(key).slice(0, 8)}`,
    name: "ERP",
    createdAt: 1,
    createdBy: agentId("sara"),
  };
  await sure(office.integrations).addKey({ ...about, scopes }, hashOfKey(key));
  return { authorization: `Bearer ${key}` };
}

/** POSTs a value as JSON. */
export async function postJson(
  app: Hono,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return app.request(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

/** The lines of an answer, which must have the shape that OpenAPI promises. */
export async function linesIn(answer: Response): Promise<z.infer<typeof messageListSchema>> {
  return messageListSchema.strict().parse(await answer.json());
}

/** A PNG's first bytes, and then nothing that anybody would decode. */
export function pictureOf(bytes: number): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(bytes);
  body.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].slice(0, bytes));
  return body;
}

/** A form with a file in it. */
export function formWith(id: string | undefined, file: Uint8Array<ArrayBuffer>, name = "a.png"): FormData {
  const form = new FormData();
  if (id !== undefined) form.append("id", id);
  form.append("file", new Blob([file]), name);
  return form;
}
