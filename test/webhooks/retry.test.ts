import { describe, expect, it } from "vitest";
import { decideWebhookRetry, type NotDelivered } from "../../src/webhooks/retry.ts";

const seconds = 1_000;
const minutes = 60 * seconds;
const hours = 60 * minutes;
const days = 24 * hours;

const answer = { text: "", isCut: false };
const status = (code: number, afterMs?: number): NotDelivered => ({
  type: "retry_later",
  reason: "status",
  status: code,
  answer,
  ...(afterMs !== undefined && { afterMs }),
});
const unreachable: NotDelivered = { type: "retry_later", reason: "unreachable" };

/** Tries from the first to the last, when each try takes no time. */
function tries(outcome: NotDelivered, chance: number): readonly number[] {
  const moments = [0];
  for (let attempt = 1; attempt < 1_000; attempt += 1) {
    const at = moments.at(-1) ?? 0;
    const decision = decideWebhookRetry(outcome, attempt, at, chance);
    if (decision.type === "give_up") return moments;
    moments.push(at + decision.delayMs);
  }
  throw new Error("It never gives up.");
}

describe("decideWebhookRetry", () => {
  it.each([
    [1, 5 * seconds],
    [2, 10 * seconds],
    [3, 20 * seconds],
    [4, 40 * seconds],
    [5, 80 * seconds],
    [6, 160 * seconds],
    [7, 320 * seconds],
    [8, 640 * seconds],
    [9, 1_280 * seconds],
    [10, 2_560 * seconds],
    [11, 1 * hours],
    [12, 1 * hours],
    [1_000, 1 * hours],
  ])("after try %i waits %i ms, a quarter more or less", (attempt, delayMs) => {
    const delay = (chance: number) => decideWebhookRetry(unreachable, attempt, 0, chance);
    expect(delay(0.5)).toEqual({ type: "again", delayMs });
    expect(delay(0)).toEqual({ type: "again", delayMs: 0.75 * delayMs });
    expect(delay(1)).toEqual({ type: "again", delayMs: 1.25 * delayMs });
  });

  it.each([0, 0.25, 0.5, 0.75, 1])(
    "gives up after three days and a little, whatever the chance (%d)",
    (chance) => {
      const moments = tries(unreachable, chance);
      const last = moments.at(-1) ?? 0;
      expect(last).toBeGreaterThan(3 * days);
      expect(last).toBeLessThan(3 * days + 2 * hours);
      expect(moments.length).toBeGreaterThan(60);
      expect(moments.length).toBeLessThan(120);
      expect(moments.filter((at) => at < 3 * hours).length).toBeGreaterThanOrEqual(10);
    },
  );

  it("counts no time in which the office was stopped", () => {
    expect(decideWebhookRetry(unreachable, 2, 5 * days, 0.5)).toEqual({
      type: "again",
      delayMs: 10 * seconds,
    });
    expect(decideWebhookRetry(unreachable, 80, 5 * days, 0.5)).toEqual({ type: "give_up", why: "spent" });
  });

  it("waits as long as the partner asks, but never shorter than its own and never beyond an hour", () => {
    const delay = (afterMs: number) => decideWebhookRetry(status(429, afterMs), 3, 0, 0.5);
    expect(delay(5 * minutes)).toEqual({ type: "again", delayMs: 5 * minutes });
    expect(delay(1 * seconds)).toEqual({ type: "again", delayMs: 20 * seconds });
    expect(delay(30 * days)).toEqual({ type: "again", delayMs: 1 * hours });
  });

  it.each<readonly [string, NotDelivered]>([
    ["500", status(500)],
    ["502", status(502)],
    ["429", status(429)],
    ["404", status(404)],
    ["a redirect", { type: "retry_later", reason: "redirected", status: 302, answer }],
    ["a name without address", { type: "retry_later", reason: "no_address" }],
    ["a lost connection", { type: "retry_later", reason: "connection_lost" }],
    ["silence", { type: "retry_later", reason: "timed_out", during: "answer" }],
    ["another protocol", { type: "retry_later", reason: "not_http" }],
    ["a certificate that ran out", { type: "tls_failed", what: "expired" }],
    [
      "a name that leads inward",
      { type: "refused_address", why: "leads_inward", address: "127.0.0.1", range: "loopback" },
    ],
  ])("tries again after %s", (_, outcome) => {
    expect(decideWebhookRetry(outcome, 1, 0, 0.5)).toEqual({ type: "again", delayMs: 5 * seconds });
  });

  it.each<readonly [string, NotDelivered]>([
    ["the partner's own word that it is gone", { type: "gave_up", reason: "gone", status: 410 }],
    ["a wrong address", { type: "refused_address", why: "not_https" }],
    [
      "an inner address",
      { type: "refused_address", why: "inner_address", address: "10.0.0.1", range: "private" },
    ],
  ])("gives up at once after %s", (_, outcome) => {
    expect(decideWebhookRetry(outcome, 1, 0, 0.5)).toEqual({ type: "give_up", why: "final" });
  });
});
