/** What is wrong with partners' systems: why each did not take the last thing that it was told, and since when. In memory alone: the next try says it anew. */
import type { PartnerId } from "../domain/ids.ts";
import type { TlsProblem } from "../webhooks/tls-problem.ts";
import type { WebhookOutcome } from "../webhooks/webhook.ts";

export type TroubleName = TlsProblem | "address" | "unreachable" | "silent" | "not_http" | "status" | "gone";

export type SystemTrouble = {
  /** Epoch milliseconds. */
  readonly since: number;
  readonly why: TroubleName;
  /** The answer's, where that is what was wrong. */
  readonly status?: number;
};

export type SystemTroubles = {
  readonly heard: (partner: PartnerId, outcome: WebhookOutcome) => void;
  /** Undefined: it took the last thing, or was told nothing since the office started. */
  readonly of: (partner: PartnerId) => SystemTrouble | undefined;
};

export function createSystemTroubles(now: () => number): SystemTroubles {
  const troubles = new Map<PartnerId, SystemTrouble>();
  return {
    heard(partner, outcome) {
      const trouble = troubleOf(outcome);
      if (trouble) troubles.set(partner, { since: troubles.get(partner)?.since ?? now(), ...trouble });
      else troubles.delete(partner);
    },
    of: (partner) => troubles.get(partner),
  };
}

function troubleOf(outcome: WebhookOutcome): Omit<SystemTrouble, "since"> | undefined {
  switch (outcome.type) {
    case "delivered":
      return undefined;
    case "tls_failed":
      return { why: outcome.what };
    case "refused_address":
      return { why: "address" };
    case "gave_up":
      return { why: "gone" };
    case "retry_later":
      if (outcome.reason === "status" || outcome.reason === "redirected")
        return { why: "status", status: outcome.status };
      if (outcome.reason === "timed_out") return { why: "silent" };
      return { why: outcome.reason === "not_http" ? "not_http" : "unreachable" };
    default:
      return outcome satisfies never;
  }
}
