/**
 * Updates that the platform brings by itself: proven by the secret, stored, and only then answered with 200. It brings one update of a
 * chat at a time and repeats what was not answered with 200, so the order holds (https://core.telegram.org/bots/api#setwebhook).
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Update, WebhookInfo } from "telegraf/types";
import type { LineState } from "../channel.ts";
import type { Bot } from "./bot.ts";
import type { Intake } from "./intake.ts";
import { insist, pause, type Trying } from "./patience.ts";
import { wantedUpdates } from "./updates.ts";

/** The HTTP status to answer with. @param headers names in small letters */
export type Webhook = (headers: WebhookHeaders, body: Uint8Array) => Promise<number>;
export type WebhookHeaders = { get(name: string): string | null | undefined };

const secretHeader = "x-telegram-bot-api-secret-token";
/** How often it is looked whether the platform still knows our address, and reaches it. */
const watchMs = 60_000;
/** Of the platform's own words for a problem. */
const mostSaid = 200;

/** 401 without the secret, 400 for a body that is no update, 503 while the office can't take it, else 200. */
export async function takePosted(
  posted: { readonly headers: WebhookHeaders; readonly body: Uint8Array },
  secret: string,
  intake: Intake | undefined,
): Promise<number> {
  if (!isSame(posted.headers.get(secretHeader) ?? "", secret)) return 401;
  const update = updateIn(posted.body);
  if (!update) return 400;
  if (!intake) return 503;
  const outcome = await intake.take(update);
  intake.keepOnly(new Set());
  return outcome === "done" ? 200 : 503;
}

/** The time taken tells nothing about where they differ. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function updateIn(body: Uint8Array): Update | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    const isUpdate =
      typeof parsed === "object" &&
      parsed !== null &&
      "update_id" in parsed &&
      Number.isInteger(parsed.update_id);
    // What else is in it, the reader of updates finds out, and takes nothing for granted.
    return isUpdate ? (parsed as Update) : undefined;
  } catch {
    return undefined;
  }
}

export type WebhookDeps = Trying & {
  readonly bot: Bot;
  readonly url: string;
  readonly secret: string;
  /** How customers see the bot. */
  readonly as: string;
  /** When an update was taken last, epoch milliseconds; 0: none yet. */
  readonly takenAt: () => number;
  /** … and when one was last turned away that the platform itself had brought. */
  readonly turnedAwayAt: () => number;
};

/** The platform's clock and ours may differ by so much, and its word of an error may be so much later than the error. */
const clocksMs = 60_000;

/** Says where updates are to be brought, and looks now and then whether that is still so. Runs until the line stops. */
export async function keepWebhook(deps: WebhookDeps): Promise<void> {
  const { bot, url, secret, stopping } = deps;
  const payload = { url, secret_token: secret, allowed_updates: wantedUpdates };
  for (;;) {
    const set = await insist(
      deps,
      () => bot.call("setWebhook", payload, { signal: stopping }),
      "bad_webhook",
    );
    if (set === undefined) return;
    deps.report({ type: "working", as: deps.as });
    for (let isOurs = true; isOurs; ) {
      await pause(watchMs * deps.pace, stopping);
      const info = await insist(deps, () => bot.call("getWebhookInfo", {}, { signal: stopping }));
      if (info === undefined) return;
      isOurs = info.url === url;
      if (isOurs) deps.report(heardState(info, deps));
    }
    // Another program took the bot over: it is told, and gets time to go before it is asked for back.
    const waitMs = watchMs * deps.pace;
    deps.report({ type: "away", why: "conflict", retryAt: deps.now() + waitMs });
    await pause(waitMs, stopping);
  }
}

/** Does what customers write arrive? An error is over once an update came after it, or none waits any more. */
function heardState(info: WebhookInfo, { as, takenAt, turnedAwayAt }: WebhookDeps): LineState {
  const { pending_update_count: waiting, last_error_date: seconds = 0, last_error_message: said = "" } = info;
  if (waiting === 0 || seconds === 0 || takenAt() > seconds * 1_000) return { type: "working", as };
  const turnedAway = turnedAwayAt() + clocksMs > seconds * 1_000;
  return { type: "deaf", as, waiting, said: said.slice(0, mostSaid), ...(turnedAway && { turnedAway }) };
}
