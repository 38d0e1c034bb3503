/** What came of telling a hook, divided by what is to be done about it. */
import { backOffMs } from "../outbox/retry.ts";
import type { WebhookOutcome } from "../webhooks/webhook.ts";

/** Wait after a first failure, doubled up to the longest, as for partners (docs/decisions/062). */
export const waits = { firstMs: 2_000, longestMs: 10 * 60_000 };
const longestAskedMs = 3_600_000;
/** What came of one try that was in vain. */
export type Failed = Exclude<WebhookOutcome, { readonly type: "delivered" }> | "no_secret" | "unread";

/** 410, or an address that is wrong by its letters: nobody mends that by waiting. */
export function isForGood(outcome: Failed): boolean {
  if (typeof outcome === "string") return outcome === "no_secret";
  if (outcome.type === "gave_up") return true;
  return outcome.type === "refused_address" && outcome.why !== "leads_inward";
}

/** What a wrong path or secret is answered with, whatever is sent. */
const wholeStatuses: ReadonlySet<number> = new Set([401, 403, 404, 405, 407, 408, 429]);

/** The system is there, and does not take this one. */
export function isAboutThis(outcome: Failed): boolean {
  if (typeof outcome === "string") return outcome === "unread";
  if (outcome.type !== "retry_later" || outcome.reason !== "status") return false;
  return outcome.status >= 400 && outcome.status < 500 && !wholeStatuses.has(outcome.status);
}

/** Until the next try, in milliseconds: what the system asked for, within an hour, else more with each attempt. */
export function waitOf(outcome: Failed, attempt: number, chance: number): number {
  const asked =
    typeof outcome !== "string" && outcome.type === "retry_later" && outcome.reason === "status"
      ? outcome.afterMs
      : undefined;
  return asked === undefined ? backOffMs(waits, attempt, chance) : Math.min(asked, longestAskedMs);
}

/** What went wrong in a word for the page, nothing of what was answered. */
export function wordOf(outcome: Failed): string {
  if (typeof outcome === "string") return outcome === "unread" ? "internal" : outcome;
  switch (outcome.type) {
    case "retry_later":
      return outcome.reason === "status" ? `${outcome.status}` : outcome.reason;
    case "tls_failed":
      return outcome.what;
    case "refused_address":
      return outcome.why;
    case "gave_up":
      return `${outcome.status}`;
    default:
      return outcome satisfies never;
  }
}
