/**
 * Sends one webhook once: address checked, name looked up and pinned, signed, posted, and what came of it in words for the queue. Never throws for
 * what a partner's system does, and is over when its deadline is.
 */

import type { AllowedHost } from "./allowed-host.ts";
import { type Exchanged, exchange } from "./exchange.ts";
import { type Lookup, lookupAll, pinAddresses } from "./pin.ts";
import { signWebhook } from "./sign.ts";
import { readTarget, type Target } from "./target.ts";
import { findTlsProblem } from "./tls-problem.ts";
import type { Stage, WebhookMessage, WebhookOutcome } from "./webhook.ts";

export type SendDeps = {
  /** Hosts that the office allows by name (`WASIT_ALLOW_PRIVATE_WEBHOOKS`). */
  readonly allowedHosts: readonly AllowedHost[];
  /** Epoch milliseconds of the real clock, also in a rehearsal: partners check it. */
  readonly now?: () => number;
  readonly lookup?: Lookup;
  /** PEM certificates of authorities, in place of Node's own (which `NODE_EXTRA_CA_CERTS` adds to). */
  readonly authorities?: readonly string[];
  /** Connection, headers and body together. */
  readonly deadlineMs?: number;
  /** The office stops: the call is given up, and made again after the next start. */
  readonly stop?: AbortSignal;
};

/** What partners are promised (contract of partner webhooks). */
const defaultDeadlineMs = 10_000;

/**
 * One try.
 * @throws RangeError for a message that must not be signed (`signWebhook`): a fault of the caller's
 */
export async function sendWebhook(message: WebhookMessage, deps: SendDeps): Promise<WebhookOutcome> {
  const reading = readTarget(message.url, deps.allowedHosts);
  if (reading.type === "refused") return { type: "refused_address", why: reading.why };
  const now = deps.now ?? Date.now;
  const { id, body, secrets } = message;
  const headers = { ...signWebhook({ id, body, secrets, at: now() }), ...constantHeaders };
  const deadline = new AbortController();
  const giveUp = () => deadline.abort();
  const timer = setTimeout(giveUp, deps.deadlineMs ?? defaultDeadlineMs);
  deps.stop?.addEventListener("abort", giveUp, { once: true });
  if (deps.stop?.aborted) giveUp();
  const progress: { stage: Stage } = { stage: "name" };
  try {
    const { signal } = deadline;
    const tried = await attempt({ deps, target: reading.target, headers, body, signal, progress });
    return "type" in tried ? tried : outcomeOf(tried, now());
  } catch (error) {
    if (deadline.signal.aborted) return { type: "retry_later", reason: "timed_out", during: progress.stage };
    return outcomeOfError(error);
  } finally {
    deps.stop?.removeEventListener("abort", giveUp);
    clearTimeout(timer);
  }
}

type Try = {
  readonly deps: SendDeps;
  readonly target: Target;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
  readonly progress: { stage: Stage };
};

async function attempt(tried: Try): Promise<WebhookOutcome | Exchanged> {
  const { deps, target, headers, body, signal, progress } = tried;
  const pinned = await within(pinAddresses(target, deps.lookup ?? lookupAll), signal);
  if (pinned.type === "no_address") return { type: "retry_later", reason: "no_address" };
  if (pinned.type === "refused") return { type: "refused_address", ...pinned.refusal };
  return exchange({
    target,
    addresses: pinned.addresses,
    headers,
    body,
    ...(deps.authorities && { authorities: deps.authorities }),
    signal,
    onStage: (stage) => {
      progress.stage = stage;
    },
  });
}

const constantHeaders = {
  "content-type": "application/json",
  accept: "*/*",
  "accept-encoding": "identity",
  "user-agent": "Wasit",
};

/** A name's look-up can't be called off; it is no longer waited for. */
function within<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    promise,
    new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    }),
  ]);
}

function outcomeOf({ status, answer, retryAfter }: Exchanged, now: number): WebhookOutcome {
  if (status >= 200 && status < 300) return { type: "delivered", status, answer };
  if (status === 410) return { type: "gave_up", reason: "gone", status };
  if (status >= 300 && status < 400) return { type: "retry_later", reason: "redirected", status, answer };
  const afterMs = waitOf(retryAfter, now);
  return { type: "retry_later", reason: "status", status, answer, ...(afterMs !== undefined && { afterMs }) };
}

/** `Retry-After`: seconds, or an HTTP date (RFC 9110, section 10.2.3). */
function waitOf(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** Nobody listens, or the way there is closed. */
const unreachable = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EHOSTDOWN",
  "ENETDOWN",
  "EADDRNOTAVAIL",
  "ETIMEDOUT",
  "EACCES",
  "EPERM",
]);

function outcomeOfError(error: unknown): WebhookOutcome {
  const code = codeOf(error);
  // What has no code is no word of the network's, but a fault of ours.
  if (code === undefined) throw error;
  const what = findTlsProblem(code);
  if (what !== undefined) return { type: "tls_failed", what };
  if (unreachable.has(code)) return { type: "retry_later", reason: "unreachable" };
  if (code.startsWith("HPE_")) return { type: "retry_later", reason: "not_http" };
  return { type: "retry_later", reason: "connection_lost" };
}

/** Of several addresses tried in vain Node gives one error with the code of one of them. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
