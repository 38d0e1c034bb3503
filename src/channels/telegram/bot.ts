/**
 * The Bot API as a client: telegraf's, with a deadline on every call and without the token in any error. Nothing here knows what is
 * said or to whom (https://core.telegram.org/bots/api).
 */
import { Telegram, TelegramError } from "telegraf";
import type { Telegram as Methods, Opts } from "telegraf/types";

const telegramRoot = "https://api.telegram.org";

/** Longest wait for an answer that carries no file. */
const callMs = 10_000;

export type BotSettings = {
  readonly token: string;
  /** A Bot API server of the office's own; left out: Telegram's. */
  readonly apiRoot?: string;
};

export type CallOptions = { readonly timeoutMs?: number; readonly signal?: AbortSignal };

export interface Bot {
  /** Resolves with the method's result. @throws BotError */
  call<M extends keyof Methods>(
    method: M,
    payload: Opts<M>,
    options?: CallOptions,
  ): Promise<ReturnType<Methods[M]>>;
  /** Where the file of this path is: an address, or a path of this machine where an own server keeps it there. */
  placeOf(filePath: string): URL | string;
}

/** Why a call failed. `code` is there where the platform answered. */
export class BotError extends Error {
  override readonly name = "BotError";
  readonly code: number | undefined;
  readonly retryAfterMs: number | undefined;
  /** No answer came, so that nobody knows whether the call was carried out. */
  readonly unsure: boolean;
  constructor(
    message: string,
    facts: { readonly code?: number; readonly retryAfterMs?: number; readonly unsure?: boolean } = {},
  ) {
    super(message);
    this.code = facts.code;
    this.retryAfterMs = facts.retryAfterMs;
    this.unsure = facts.unsure ?? false;
  }
}

/** The client of one bot; it holds no connection open. */
export function openBot({ token, apiRoot = telegramRoot }: BotSettings): Bot {
  const root = apiRoot.endsWith("/") ? apiRoot : `${apiRoot}/`;
  const client = new Telegram(token, { apiRoot: root, webhookReply: false });
  return {
    async call(method, payload, { timeoutMs = callMs, signal } = {}) {
      const deadline = AbortSignal.timeout(timeoutMs);
      const ending = signal ? AbortSignal.any([signal, deadline]) : deadline;
      try {
        return await client.callApi(method, payload, { signal: ending as ClientSignal });
      } catch (error) {
        throw toBotError(error, token);
      }
    },
    placeOf(filePath) {
      // Only a server that the office itself has named may point into this machine.
      if (filePath.startsWith("/") && apiRoot !== telegramRoot) return filePath;
      return new URL(`file/bot${token}/${filePath.replace(/^\/+/, "")}`, root);
    },
  };
}

/** The library's types know the shim of Node 12 alone; at run time it takes Node's own. */
type ClientSignal = NonNullable<NonNullable<Parameters<Telegram["callApi"]>[2]>["signal"]>;

/** What was thrown, without its payload (a customer's words) and without the token. */
function toBotError(error: unknown, token: string): BotError {
  if (error instanceof TelegramError) {
    const { code, description, parameters } = error;
    const seconds = parameters?.retry_after;
    return new BotError(`${code}: ${description}`.replaceAll(token, "…"), {
      code,
      ...(seconds !== undefined && { retryAfterMs: seconds * 1_000 }),
      // A gateway's 502 or 504 comes from before the server that may have carried it out.
      unsure: code >= 500,
    });
  }
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  // A gateway's page where an answer should be.
  const isPage = error instanceof Error && "type" in error && error.type === "invalid-json";
  return new BotError(message.replaceAll(token, "…"), {
    unsure: !neverLeft.has(code),
    ...(isPage && { code: 502 }),
  });
}

/** No connection was there that could have carried anything. */
const neverLeft: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);
