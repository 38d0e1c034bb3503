/** When to try a webhook again that did not arrive. Pure: chance comes in as a number. Shares its measure with `outbox/retry.ts`. */
import { backOffMs, isSpent } from "../outbox/retry.ts";
import type { WebhookOutcome } from "./webhook.ts";

/**
 * First 5 s (an offer is waiting), then twice as long each time, up to an hour: about eighty tries in three days, eleven of them in the
 * first three hours. A partner's own `Retry-After` may make a wait longer, up to the hour.
 */
const waits = { firstMs: 5_000, longestMs: 3_600_000 };

export type NotDelivered = Exclude<WebhookOutcome, { readonly type: "delivered" }>;

export type WebhookDecision =
  | { readonly type: "again"; readonly delayMs: number }
  /** Staff see it: `spent` after three days, `final` where another try could not end otherwise until somebody mends it. */
  | { readonly type: "give_up"; readonly why: "spent" | "final" };

/**
 * @param attempt how often it has been tried, from 1
 * @param ageMs since it was committed, or staff asked for it once more
 * @param chance 0–1; spreads the waits by ±25 %
 */
export function decideWebhookRetry(
  outcome: NotDelivered,
  attempt: number,
  ageMs: number,
  chance: number,
): WebhookDecision {
  if (isFinal(outcome)) return { type: "give_up", why: "final" };
  if (isSpent({ ageMs, attempt, longestMs: waits.longestMs })) return { type: "give_up", why: "spent" };
  const asked = outcome.type === "retry_later" && outcome.reason === "status" ? (outcome.afterMs ?? 0) : 0;
  const delayMs = Math.max(backOffMs(waits, attempt, chance), Math.min(asked, waits.longestMs));
  return { type: "again", delayMs };
}

/** A certificate is renewed, a name's address mended; an address that is wrong by its letters stays wrong. */
function isFinal(outcome: NotDelivered): boolean {
  switch (outcome.type) {
    case "retry_later":
    case "tls_failed":
      return false;
    case "gave_up":
      return true;
    case "refused_address":
      return outcome.why !== "leads_inward";
    default:
      return outcome satisfies never;
  }
}
