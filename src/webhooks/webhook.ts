/**
 * The port: what sending a webhook takes and what comes of one try, in words for the queue. A try never throws, and never waits longer than
 * its deadline. Who sends again, and when, is the caller's: `retry.ts` decides it. The same id at every try, so that a partner who did get it before
 * need not act twice.
 */
import type { InnerRange } from "./address.ts";
import type { WebhookSecret } from "./secret.ts";
import type { UrlProblem } from "./target.ts";
import type { TlsProblem } from "./tls-problem.ts";

/** One message for one partner's system (or for one of the office's own). */
export type WebhookMessage = {
  readonly url: string;
  /** The present secret first; while one replaces another, both. */
  readonly secrets: readonly WebhookSecret[];
  /** The same at each try: `webhookIdOf(key)` of the effect's key. */
  readonly id: string;
  /** JSON. */
  readonly body: string;
};

/** What a partner's system answered, for staff to read; never acted on. */
export type WebhookAnswer = {
  /** At most 64 KiB, as UTF-8; empty where it was compressed: nothing is ever unpacked. */
  readonly text: string;
  /** There was more than 64 KiB; the rest was not read. */
  readonly isCut: boolean;
};

/** How far a try had come when its time was over. */
export type Stage = "name" | "connection" | "answer" | "body";

export type WebhookOutcome =
  /** Any 2xx, its body read to the end or to 64 KiB, within 10 s. */
  | { readonly type: "delivered"; readonly status: number; readonly answer: WebhookAnswer }
  /** Not this time. */
  | ({ readonly type: "retry_later" } & RetryReason)
  /** 410: the partner's system says itself that nothing should be sent there any more (Standard Webhooks, "Handling failures"). */
  | { readonly type: "gave_up"; readonly reason: "gone"; readonly status: 410 }
  /** Nothing was sent: the address itself, or what its name leads to, is not one that may be called. */
  | ({ readonly type: "refused_address" } & AddressRefusal)
  /** Nothing was sent: who answers there could not prove to be that host. */
  | { readonly type: "tls_failed"; readonly what: TlsProblem };

export type RetryReason =
  /** The name has no address now. */
  | { readonly reason: "no_address" }
  /** Nobody takes the connection. */
  | { readonly reason: "unreachable" }
  /** It broke off before the answer was whole. */
  | { readonly reason: "connection_lost" }
  /** The deadline passed: connection, headers and body together. */
  | { readonly reason: "timed_out"; readonly during: Stage }
  /** What came back is no HTTP, or its headers are longer than 16 KiB. */
  | { readonly reason: "not_http" }
  /** 3xx. Redirects are not followed: the partner must give the new address. */
  | { readonly reason: "redirected"; readonly status: number; readonly answer: WebhookAnswer }
  /** Any other status; `afterMs` where the partner said how long to wait. */
  | {
      readonly reason: "status";
      readonly status: number;
      readonly answer: WebhookAnswer;
      readonly afterMs?: number;
    };

export type AddressRefusal =
  | { readonly why: UrlProblem }
  /** The address itself is an inner one. */
  | { readonly why: "inner_address"; readonly address: string; readonly range: InnerRange }
  /** The name leads to at least one inner address, whatever else it leads to. */
  | { readonly why: "leads_inward"; readonly address: string; readonly range: InnerRange };
