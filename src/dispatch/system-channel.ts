/**
 * Partners' own systems as a channel: each is told what concerns it by a webhook. A partner stands for an address, its chat is the record of what it
 * was told; the outbox keeps the order, tries again and shows staff what did not arrive. Nothing comes in here: systems answer by the API.
 */
import { type Channel, ChannelError, type ChannelProblem, type Handed } from "../channels/channel.ts";
import { type PartnerId, parsePartnerId } from "../domain/ids.ts";
import type { Outbound } from "../domain/message.ts";
import type { NoticeRef, PartnerNotice, PausedNotice } from "../domain/notice.ts";
import type { AllowedHost } from "../webhooks/allowed-host.ts";
import { parseWebhookSecret } from "../webhooks/secret.ts";
import { sendWebhook } from "../webhooks/send.ts";
import { webhookIdOf } from "../webhooks/sign.ts";
import type { WebhookOutcome } from "../webhooks/webhook.ts";

export const partnerSystem = "partner_system";

export type SystemChannelDeps = {
  /** Where a partner's system is, and the `whsec_…` that we share; undefined while it has none. */
  readonly systemOf: (
    partner: PartnerId,
  ) => Promise<{ readonly url: string; readonly secret: string } | undefined>;
  readonly allowedHosts: readonly AllowedHost[];
  /** Told how each try ended. */
  readonly onOutcome?: (partner: PartnerId, outcome: WebhookOutcome) => void;
  /** What the partner is told by now; undefined: nothing any more. */
  readonly toldNow: (
    partner: PartnerId,
    notice: NoticeRef,
  ) => Promise<PartnerNotice | PausedNotice | undefined>;
};

/** A partner may ask for more time, but not silence itself for good. */
const longestAskedMs = 3_600_000;
/** A certificate is renewed and a name's address mended by people: no use in asking every few seconds. */
const mendedAfterMs = 10 * 60_000;

export function partnerSystemChannel(deps: SystemChannelDeps): Channel {
  const ending = new AbortController();
  return {
    name: partnerSystem,
    capabilities: {
      ...{ buttons: 0, maxTextLength: 100_000, canWriteFirst: true, edits: false, typing: false },
      knowsRepeats: true,
      ordersApart: true,
    },
    start: async (_receive, desk) => desk.report({ type: "working" }),
    send: (outbound) => tell(deps, outbound, ending.signal),
    stop: async () => ending.abort(),
  };
}

async function tell(
  { systemOf, allowedHosts, toldNow, onOutcome }: SystemChannelDeps,
  outbound: Outbound,
  stop: AbortSignal,
): Promise<Handed> {
  // Words of staff in this chat reach nobody: there is a program at the other end.
  if (!outbound.notice) throw new ChannelError({ type: "refused" }, "a partner's system reads no words");
  const partner = parsePartnerId(outbound.address);
  const system = partner && (await systemOf(partner));
  const secret = system && parseWebhookSecret(system.secret);
  if (!system || !secret) throw new ChannelError({ type: "refused" }, "the partner has no system any more");
  const told = await toldNow(partner, outbound.notice);
  if (!told) return { moot: true };
  const body = JSON.stringify(told);
  // The same at every try. What it is about goes in, too: after a restore the keys of messages come again, for other ones.
  const id = webhookIdOf(`${outbound.key} ${JSON.stringify(outbound.notice)}`);
  const outcome = await sendWebhook({ url: system.url, secrets: [secret], id, body }, { allowedHosts, stop });
  onOutcome?.(partner, outcome);
  if (outcome.type === "delivered") return { once: true };
  throw new ChannelError(problemOf(outcome), wordsOf(outcome));
}

/** The same id at every try: one that came twice does nothing twice, so no try is ever in doubt. */
function problemOf(outcome: Exclude<WebhookOutcome, { readonly type: "delivered" }>): ChannelProblem {
  switch (outcome.type) {
    case "retry_later": {
      const afterMs = outcome.reason === "status" ? outcome.afterMs : undefined;
      return {
        type: "retry_later",
        ...(afterMs !== undefined && { afterMs: Math.min(afterMs, longestAskedMs) }),
      };
    }
    case "tls_failed":
      return { type: "retry_later", afterMs: mendedAfterMs };
    case "refused_address":
      return outcome.why === "leads_inward"
        ? { type: "retry_later", afterMs: mendedAfterMs }
        : { type: "refused" };
    case "gave_up":
      return { type: "refused" };
    default:
      return outcome satisfies never;
  }
}

/** For the log: what went wrong, nothing of what the partner's system answered. */
function wordsOf(outcome: Exclude<WebhookOutcome, { readonly type: "delivered" }>): string {
  switch (outcome.type) {
    case "retry_later":
      return `the partner's system: ${outcome.reason}${outcome.reason === "status" ? ` ${outcome.status}` : ""}`;
    case "tls_failed":
      return `the partner's system: its certificate, ${outcome.what}`;
    case "refused_address":
      return `the partner's system: its address, ${outcome.why}`;
    case "gave_up":
      return "the partner's system wants nothing any more (410)";
    default:
      return outcome satisfies never;
  }
}
