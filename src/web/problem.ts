/**
 * Every refusal of the API, as RFC 9457 problem documents. The list of types is closed: it is what OpenAPI names, and a route may
 * answer nothing else. Titles are for programmers; nothing that a customer wrote is ever repeated in one.
 */
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { fileNumbers } from "../domain/files.ts";
import { StoreError } from "../store/engine.ts";
import type { WebLog } from "./deps.ts";

/** Problem type → status and title. In a document the type reads `urn:wasit:problem:not_json`. */
export const problems = {
  not_json: { status: 400, title: "The body is not JSON" },
  bad_cursor: { status: 400, title: "The cursor is not one that this list gave" },
  bad_multipart: { status: 400, title: "The body is not a multipart form" },
  unauthorized: { status: 401, title: "This needs a key of the office" },
  forbidden: { status: 403, title: "This is not allowed" },
  not_found: { status: 404, title: "There is nothing by that name" },
  illegal_move: { status: 409, title: "The order cannot move there from where it is" },
  conflict: { status: 409, title: "Somebody else was first" },
  text_too_long: { status: 413, title: "The text is longer than 4,096 UTF-16 units" },
  file_too_large: { status: 413, title: `The file is larger than ${fileNumbers.mb} MiB` },
  file_type: { status: 415, title: "Files of this type are not accepted" },
  invalid: { status: 422, title: "The content has the wrong shape or is empty" },
  too_many: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "The office failed to answer" },
  not_now: { status: 503, title: "Nothing was stored; try again later" },
} as const;
export type ProblemType = keyof typeof problems;

export type FieldError = { readonly field: string; readonly code: string; readonly message: string };

const typePrefix = "urn:wasit:problem:";
const problemTypes = Object.keys(problems).map((name) => typePrefix + name) as [string, ...string[]];

/** The schema of every error answer. */
export const problemSchema = z
  .object({
    type: z.enum(problemTypes),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
    legal: z.array(z.string()).optional().openapi({ description: "409: the moves that are legal now" }),
  })
  .openapi("Problem");

/** Thrown by a route to refuse; the application's error handler answers with it. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly type: ProblemType;
  readonly errors: readonly FieldError[] | undefined;
  readonly legal: readonly string[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  constructor(
    type: ProblemType,
    detail: string,
    more: {
      readonly errors?: readonly FieldError[];
      readonly legal?: readonly string[];
      readonly retryAfterSeconds?: number;
      readonly cause?: unknown;
    } = {},
  ) {
    super(detail, { cause: more.cause });
    this.type = type;
    this.errors = more.errors;
    this.legal = more.legal;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

/** The answer to a thrown error: a problem as it is, a full disk as 503, a broken or cut-off request as 400, anything else as 500. */
export function answerToError(error: unknown, log: WebLog): Response {
  if (error instanceof Problem) return problemResponse(error);
  if (error instanceof HTTPException && error.status < 500) return error.getResponse();
  if (isCutOff(error)) return problemResponse(new Problem("not_json", "The request ended before its body."));
  if (error instanceof StoreError && (error.problem === "disk_full" || error.problem === "busy"))
    return problemResponse(
      new Problem("not_now", `The store cannot write now (${error.problem}).`, { retryAfterSeconds: 5 }),
    );
  log.error({ err: error }, "a request failed");
  return problemResponse(new Problem("internal", "The reason is in the office's log."));
}

/** The sender's connection ended in the middle of the body: a phone in a lift, not a failure of the office. Nobody reads the answer. */
function isCutOff(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && error.code === "ECONNRESET" && error.message === "aborted"
  );
}

/** A problem as `application/problem+json`, with `Retry-After` where waiting helps. */
export function problemResponse(problem: Problem): Response {
  const { status, title } = problems[problem.type];
  const body = {
    type: typePrefix + problem.type,
    title,
    status,
    detail: problem.message,
    ...(problem.errors && { errors: problem.errors }),
    ...(problem.legal && { legal: problem.legal }),
  };
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (problem.retryAfterSeconds !== undefined)
    headers.set("retry-after", String(Math.max(1, Math.ceil(problem.retryAfterSeconds))));
  if (status === 401) headers.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify(body), { status, headers });
}

/** What zod found, as 422 naming each field. */
export function invalid(error: z.ZodError): Problem {
  const errors = error.issues.map((issue) => ({
    field: issue.path.join(".") || "body",
    code: issue.code,
    message: issue.message,
  }));
  return new Problem("invalid", errors.map(({ field, message }) => `${field}: ${message}`).join("; "), {
    errors,
  });
}

/** 422 for one field. */
export function invalidField(field: string, code: string, message: string): Problem {
  return new Problem("invalid", `${field}: ${message}`, { errors: [{ field, code, message }] });
}

/** JSON of at most `maxBytes`, or a thrown problem: not JSON 400, wrong shape 422, too much 413. */
export async function readJson<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  maxBytes = 256 * 1024,
): Promise<z.infer<Schema>> {
  const text = await readText(c.req.raw, maxBytes);
  let body: unknown;
  try {
    body = text.trim() === "" ? {} : JSON.parse(text);
  } catch (cause) {
    throw new Problem("not_json", "The body could not be parsed as JSON.", { cause });
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw invalid(parsed.error);
  return parsed.data;
}

/** Bytes that are not UTF-8 become U+FFFD: what people send is never a reason to fail. */
async function readText(request: Request, maxBytes: number): Promise<string> {
  const tooLong = () => new Problem("text_too_long", `The body is longer than ${maxBytes} bytes.`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLong();
  if (!request.body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLong();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
