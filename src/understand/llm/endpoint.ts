/**
 * One OpenAI-compatible server: a chat completion as text, with what it cost. What differs between servers (a schema or only words for it,
 * the name of the length limit, effort) is found out from their refusals, once, and remembered. Nothing of an answer is trusted here
 * but its length.
 */
import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from "openai";
import type { ChatCompletionCreateParamsNonStreaming } from "openai/resources/chat/completions";
import { ModelError } from "./model-error.ts";

export type EndpointSettings = {
  /** Servers of one's own want none; the library wants a word. */
  readonly apiKey?: string;
  /** Default: OpenAI's. */
  readonly baseUrl?: string;
  readonly model: string;
};

export type Completion = {
  readonly content: string;
  readonly tokensIn?: number;
  readonly tokensOut?: number;
};

export type Part =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "image_url"; readonly image_url: { readonly url: string } };
export type ChatMessage =
  | { readonly role: "system"; readonly content: string }
  | { readonly role: "user"; readonly content: string | readonly Part[] };

export type CompletionRequest = {
  /** Made anew for a server that turns out to keep to no schema. */
  readonly messages: (schemaInWords: boolean) => readonly ChatMessage[];
  readonly schema: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> };
  /** Tokens that the answer may have at most. */
  readonly mostTokens: number;
  readonly signal: AbortSignal;
};

export type Endpoint = {
  readonly host: string;
  /** True once the server has refused a schema. */
  readonly schemaInWords: () => boolean;
  /** @throws ModelError */
  complete(request: CompletionRequest): Promise<Completion>;
  /** The client itself, for the server's other routes. */
  readonly client: OpenAI;
};

const openAiHost = "api.openai.com";
/** An answer of `mostTokens` is some kilobytes; whoever sends more is not answering. */
const mostBytes = 256 * 1024;
/** A server that refuses this often refuses something else than our options. */
const mostAdjustments = 3;

/** What this server takes, as far as its refusals have shown. */
type Dialect = { schema: boolean; limit: "max_completion_tokens" | "max_tokens"; effort: boolean };

export function endpoint({ apiKey, baseUrl, model }: EndpointSettings): Endpoint {
  const client = new OpenAI({
    apiKey: apiKey ?? "none",
    baseURL: baseUrl ?? null,
    // The caller counts tries and time: the library's own would outlast the customer's patience.
    maxRetries: 0,
    fetch: boundedFetch,
    logLevel: "off",
  });
  const { host } = new URL(client.baseURL);
  const atOpenAi = host === openAiHost;
  const dialect: Dialect = {
    schema: true,
    limit: atOpenAi ? "max_completion_tokens" : "max_tokens",
    // Models that think aloud take longer than a customer waits, unless told not to.
    effort: atOpenAi && /^(?:gpt-5(?!\.)|o\d)/.test(model),
  };

  async function complete(request: CompletionRequest): Promise<Completion> {
    for (let adjustments = 0; ; adjustments += 1) {
      try {
        return readCompletion(
          await client.chat.completions.create(bodyOf(request, model, dialect), { signal: request.signal }),
        );
      } catch (error) {
        const learnt = adjustments < mostAdjustments && adjust(dialect, error);
        if (!learnt) throw toModelError(error, request.signal);
      }
    }
  }

  return { host, client, complete, schemaInWords: () => !dialect.schema };
}

function bodyOf(
  { messages, schema, mostTokens }: CompletionRequest,
  model: string,
  dialect: Dialect,
): ChatCompletionCreateParamsNonStreaming {
  return {
    model,
    // The library's type has mutable lists; nothing writes into these.
    messages: messages(!dialect.schema) as ChatCompletionCreateParamsNonStreaming["messages"],
    [dialect.limit]: mostTokens,
    ...(dialect.effort && { reasoning_effort: "minimal" as const }),
    ...(dialect.schema && {
      response_format: {
        type: "json_schema" as const,
        json_schema: { ...schema, schema: { ...schema.schema }, strict: true },
      },
    }),
  };
}

/** Learns from a refusal (400, 404 and 422 name what they don't take). False when there is nothing left to do without. */
function adjust(dialect: Dialect, error: unknown): boolean {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return false;
  const about = `${error.param ?? ""} ${error.message}`.toLowerCase();
  if (dialect.effort && about.includes("reasoning_effort")) dialect.effort = false;
  else if (about.includes(dialect.limit) && !about.includes("response_format"))
    dialect.limit = dialect.limit === "max_tokens" ? "max_completion_tokens" : "max_tokens";
  else if (dialect.schema) dialect.schema = false;
  else return false;
  return true;
}

/** Whatever the server calls a completion: checked as far as it is used. */
function readCompletion(response: unknown): Completion {
  const { choices, usage } = record(response);
  const choice = record(Array.isArray(choices) ? choices[0] : undefined);
  const { content, refusal } = record(choice.message);
  const { prompt_tokens: tokensIn, completion_tokens: tokensOut } = record(usage);
  if (typeof refusal === "string" && refusal !== "")
    throw new ModelError({ type: "again", what: "refusal" }, "the model refused to read a message");
  if (typeof content !== "string" || content.trim() === "")
    throw new ModelError({ type: "again", what: "garbage" }, "the model's answer has no content");
  if (choice.finish_reason === "length")
    throw new ModelError({ type: "again", what: "cut" }, "the model's answer found no end");
  return {
    content,
    ...(typeof tokensIn === "number" && { tokensIn }),
    ...(typeof tokensOut === "number" && { tokensOut }),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** The library's errors in our words. */
export function toModelError(error: unknown, signal: AbortSignal): ModelError {
  if (error instanceof ModelError) return error;
  const cause = { cause: error };
  if (signal.aborted || error instanceof APIUserAbortError)
    return new ModelError({ type: "gone" }, "the model did not answer in time", cause);
  if (error instanceof APIConnectionError || !(error instanceof APIError) || error.status === undefined)
    return new ModelError({ type: "again", what: "unreachable" }, "the model can't be reached", cause);
  const { status } = error;
  const told = retryAfterMs(error.headers);
  if (status === 429 || (status === 503 && told !== undefined))
    return new ModelError(
      { type: "wait", afterMs: told ?? 1_000 },
      `the model asks for time (${status})`,
      cause,
    );
  if (status >= 500 || status === 408 || status === 409)
    return new ModelError({ type: "again", what: "server" }, `the model's server failed (${status})`, cause);
  return new ModelError(
    { type: "refused", status },
    `the model's server refuses us (${status}): look at OPENAI_API_KEY, OPENAI_BASE_URL and WASIT_LLM_MODEL`,
    cause,
  );
}

/** `retry-after-ms`, or `retry-after` in seconds or as a date (RFC 9110, 10.2.3). */
function retryAfterMs(headers: Headers | undefined): number | undefined {
  const exact = Number(headers?.get("retry-after-ms") ?? Number.NaN);
  if (Number.isFinite(exact)) return Math.max(0, exact);
  const written = headers?.get("retry-after");
  if (written === undefined || written === null) return undefined;
  const seconds = Number(written);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const until = Date.parse(written);
  return Number.isNaN(until) ? undefined : Math.max(0, until - Date.now());
}

/** Follows no redirect (what the owner allowed is this host), and reads an answer up to its longest sensible length. */
async function boundedFetch(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: "error" });
  const { body } = response;
  if (!body) return response;
  let bytes = 0;
  const counted = body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > mostBytes)
          controller.error(new ModelError({ type: "again", what: "cut" }, "the model's answer is endless"));
        else controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { status: response.status, headers: response.headers });
}
