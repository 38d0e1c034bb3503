/** What an error of the Bot API means, divided by who must act. Pure. */
import { ChannelError, type ChannelProblem } from "../channel.ts";
import type { BotError } from "./bot.ts";

export type Trouble =
  /** The owner: the token is wrong or was revoked. */
  | { readonly type: "bad_token" }
  /** The owner: another program asks for the same bot's updates. */
  | { readonly type: "conflict" }
  /** Nobody: the platform asks the whole bot to wait. */
  | { readonly type: "slow_down"; readonly afterMs: number }
  /** Staff: this chat takes nothing from us any more. */
  | { readonly type: "gone" }
  /** The developer: this call will never be taken. */
  | { readonly type: "refused" }
  /** Nobody: the servers or the way to them. */
  | { readonly type: "unreachable" };

/**
 * What may have arrived is tried but once more: not within the same trouble. By then the line knows whether its platform is away (a question
 * for updates is given up after 60 s, a webhook looked at each minute), and waits for it.
 */
const secondTryMs = 75_000;

/** 400s that speak of the chat, not of the message (https://core.telegram.org/api/errors, and as the Bot API words them). */
const gone =
  /chat not found|user not found|user_id_invalid|peer_id_invalid|user is deactivated|have no rights to send a message/i;

export function troubleOf({ code, message, retryAfterMs }: BotError): Trouble {
  if (code === undefined || code >= 500) return { type: "unreachable" };
  if (code === 429 || retryAfterMs !== undefined)
    return { type: "slow_down", afterMs: retryAfterMs ?? 5_000 };
  if (code === 401 || code === 404) return { type: "bad_token" };
  if (code === 409) return { type: "conflict" };
  // 403: blocked by the user, a deactivated account, or one that never wrote to the bot.
  if (code === 403 || gone.test(message)) return { type: "gone" };
  return { type: "refused" };
}

/** Why a message could not be handed over, in the port's words. @param pace waits of ours are multiplied by it */
export function toChannelError(error: BotError, pace: number): ChannelError {
  return new ChannelError(problemOf(error, pace), error.message, { cause: error });
}

function problemOf(error: BotError, pace: number): ChannelProblem {
  const trouble = troubleOf(error);

  switch (trouble.type) {
    case "bad_token":
      return { type: "logged_out" };
    case "slow_down":
      return { type: "retry_later", afterMs: trouble.afterMs, whole: true, ordered: true };
    case "gone":
      return { type: "address_gone" };
    case "refused":
      return { type: "refused" };
    case "conflict":
    case "unreachable":
      return error.unsure
        ? {
            type: "retry_later",
            afterMs: pace * secondTryMs,
            unsure: error.code === undefined ? true : "answered",
          }
        : { type: "retry_later" };
    default:
      return trouble satisfies never;
  }
}
