/** What the Bot API does not take, and how it says so. */
import type { Payload } from "./bot-api.ts";

export type Refusal = { readonly status: number; readonly description: string; readonly retryAfter?: number };

export type Rules = {
  readonly blocked: ReadonlySet<string>;
  /** Was more sent in the last second than the platform allows? */
  readonly isTooFast: () => boolean;
};

/** Why a message is not sent; undefined where it is. */
export function refusalOf(
  method: string,
  payload: Payload,
  { blocked, isTooFast }: Rules,
): Refusal | undefined {
  if (!method.startsWith("send")) return undefined;
  const chat = String(payload.chat_id);
  if (blocked.has(chat)) return { status: 403, description: "Forbidden: bot was blocked by the user" };
  if (!/^-?\d+$/.test(chat)) return { status: 400, description: "Bad Request: chat not found" };
  if (method === "sendChatAction") return undefined;
  if (isTooFast()) return { status: 429, description: "Too Many Requests: retry after 1", retryAfter: 1 };
  const { text, caption } = payload;
  if (method === "sendMessage" && String(text ?? "").trim() === "")
    return { status: 400, description: "Bad Request: message text is empty" };
  if (String(text ?? "").length > 4_096)
    return { status: 400, description: "Bad Request: message is too long" };
  if (String(caption ?? "").length > 1_024)
    return { status: 400, description: "Bad Request: message caption is too long" };
  const { inline_keyboard: rows = [] } = (payload.reply_markup ?? {}) as {
    inline_keyboard?: { callback_data: string }[][];
  };
  if (rows.flat().some(({ callback_data }) => Buffer.byteLength(callback_data) > 64))
    return { status: 400, description: "Bad Request: BUTTON_DATA_INVALID" };
  return undefined;
}
