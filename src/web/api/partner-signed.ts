/** What all messages of partners' systems have in common: whose they are, that they say what their path says, and that each acts once. */
import type { Context } from "hono";
import type { Refusal } from "../../domain/act.ts";
import { type PartnerId, parseOrderRef } from "../../domain/ids.ts";
import type { Order } from "../../domain/order.ts";
import type { Acted } from "../../engine.ts";
import { checkAct, type PartnerAct } from "../../webhooks/act.ts";
import { checkWebhook, longestBody, statusOfRefusal, type WebhookRefusal } from "../../webhooks/check.ts";
import { onceOf } from "../../webhooks/once.ts";
import { parseWebhookSecret } from "../../webhooks/secret.ts";
import type { KeptAnswer, SeenWebhooks } from "../../webhooks/seen.ts";
import type { WebDeps } from "../deps.ts";
import { Problem } from "../problem.ts";

export type SignedMessage = { readonly id: string; readonly body: unknown; readonly partner: PartnerId };

/**
 * The message, and which of these partners signed it now. An unknown offer, or partner without a secret, is refused like a wrong
 * signature: strangers learn nothing of what there is. One that staff have paused says nothing to the office.
 */
export async function signedBy(
  { partners, realNow, log }: WebDeps,
  c: Context,
  senders: readonly PartnerId[],
): Promise<SignedMessage> {
  const [body, { headers }, now] = [await bounded(c), c.req.raw, realNow()];
  let why: WebhookRefusal = "forged";
  // Without a sender the message is looked at all the same: what is wrong with it is no secret.
  for (const partner of senders.length > 0 ? senders : [undefined]) {
    const kept = partner && (await partners.secretOf(partner));
    const secret = kept === undefined ? undefined : parseWebhookSecret(kept);
    const check = checkWebhook({ headers, body, now, secrets: secret ? [secret] : [] });
    if (check.type === "ok" && partner) {
      if ((await partners.get(partner))?.state.status === "paused_by_staff")
        throw new Problem("forbidden", "The office has paused this partner.");
      return { ...check, partner };
    }
    if (check.type === "refused") why = check.why;
  }
  log.warn({ why }, "a message of a partner's system was refused");
  const status = statusOfRefusal(why);
  if (status === 413) throw new Problem("text_too_long", "The message is longer than 64 KiB.");
  if (status === 400) throw new Problem("not_json", "The body is not JSON.");
  throw new Problem("unauthorized", `The signature is not right: ${why}.`);
}

/** Whoever has the order, or was shown it: one that lost it is told so, not that its signature is wrong. */
function partnersOf({ partner, offers = [] }: Order): readonly PartnerId[] {
  const shown = offers.map((offer) => offer.partner.id);
  return [...new Set(partner ? [partner.id, ...shown] : shown)];
}

/** What a partner's system is refused with. */
export const signedRefusals = [
  ...(["not_json", "unauthorized", "forbidden", "conflict"] as const),
  ...(["text_too_long", "invalid", "not_now"] as const),
] as const;

/** The order that the path names, and what a partner that has it, or was shown it, signed about it. */
export async function signedAbout(
  parts: WebDeps,
  c: Context,
): Promise<{ readonly order: Order; readonly message: SignedMessage }> {
  const ref = parseOrderRef(c.req.param("ref") ?? "");
  const order = ref && (await parts.orders.get(ref));
  const message = await signedBy(parts, c, order ? partnersOf(order) : []);
  if (!order) throw new Problem("unauthorized", "The signature is not right.");
  return { order, message };
}

/**
 * What a partner's system hears of an act on an order.
 * @param refused what it is told where the act is refused
 */
export function answerTo(acted: Acted, order: Order, refused: (refusal: Refusal) => KeptAnswer): KeptAnswer {
  if (acted.type === "refused") return refused(acted.refusal);
  if (acted.type !== "done") return { status: 503, body: { detail: "Nothing was stored; try again later." } };
  const { status } = (acted.order ?? order).state;
  return { status: 200, body: { order: order.ref, status } };
}

/** The body as it came, read no further than one byte above what is taken. */
async function bounded(c: Context): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > longestBody) break;
  }
  return Buffer.concat(chunks);
}

/** A signature covers the body alone: it must say what the path says. */
export function sayTheSame(body: unknown, path: PartnerAct): void {
  const check = checkAct(body, path);
  if (check.type === "same") return;
  const errors = check.fields.map((field) => ({
    ...{ field, code: "differs", message: "it must be the same as in the path" },
  }));
  throw new Problem("invalid", "The body says something else than the path.", { errors });
}

/**
 * Acts on the message once, however often it comes, and answers as the first time.
 * @param facts what it is about, for the log: ids alone
 */
export async function actOnce(
  { log, realNow }: WebDeps,
  seen: SeenWebhooks,
  c: Context,
  { id, partner }: SignedMessage,
  facts: object,
  act: () => Promise<KeptAnswer>,
): Promise<Response> {
  const { answer } = await onceOf(seen)({ sender: partner, id, at: realNow() }, act);
  log.info({ partner, ...facts, status: answer.status }, "a partner's system answered");
  return c.json(answer.body as object, answer.status as 200);
}
