/**
 * A complete form: the question whether it is the same as an open order, the read-back, and the order itself. The text that the
 * customer approved is the order's contract.
 */
import type { Field, Fields } from "../../domain/answer.ts";
import type { Draft, OrderSummary } from "../../domain/conversation.ts";
import type { Open } from "../../domain/open-question.ts";
import type { Price } from "../../domain/order.ts";
import { formatMoney, isolate } from "../../language/format.ts";
import { placeOrder } from "../../orders/change.ts";
import { priceOf } from "../../orders/fees.ts";
import { promisedBy } from "../../orders/promise.ts";
import { isClosed } from "../../orders/status.ts";
import { standingConsent } from "../consent/consent.ts";
import { mostRemembered } from "../customer/together.ts";
import type { Catalogue, Flow } from "../flow/flow.ts";
import { variantOf } from "../flow/variant.ts";
import { askDecision } from "../hearing/decisions.ts";
import { feeParts, papersOf } from "../hearing/service-facts.ts";
import { isPricedFirst } from "../price/priced-first.ts";
import { renderMessage, sayText, sentenceChoices, sentenceNamed } from "../show/render.ts";
import { aboutBoth, showField, showMoment } from "../show/show.ts";
import { addLine, askAs, dropDraft, dropNoted, nextRef, openQuestion, type Work } from "../work.ts";
import { dropLapsed } from "./lapsed.ts";
import { likenessOf } from "./likeness.ts";

const dayMs = 86_400_000;

/** What follows when nothing is missing any more. */
export function complete(work: Work, draft: Draft, flow: Flow): void {
  if (dropLapsed(work, draft, flow)) return;
  const like = draft.distinct ? undefined : findLike(work, draft);
  if (like) askSameOrAnother(work, draft, like);
  else if (flow.confirm || work.placed !== undefined) readBack(work, draft, flow);
  else placeDraft(work, draft, flow, undefined);
}

/** An open order of the last day that asks for the same. */
function findLike(work: Work, draft: Draft): OrderSummary | undefined {
  const recent = work.orders.filter(
    ({ service, status, placedAt }) =>
      service === draft.service && !isClosed(status) && work.at - placedAt < dayMs,
  );
  if (recent.length === 0) return undefined;
  const likeness = likenessOf(draft.service, draft.fields);
  return recent.find((order) => order.likeness === likeness);
}

function askSameOrAnother(work: Work, draft: Draft, like: OrderSummary): void {
  dropNoted(work);
  askDecision(work, { type: "same_or_another", draft: draft.id, ref: like.ref });
}

/** Reads the whole form back; the same unchanged form is only asked again in short, and its first text stays the contract. */
function readBack(work: Work, draft: Draft, flow: Flow): void {
  const { catalogue, language, open } = work;
  const unchanged = work.before.drafts.includes(draft) && work.language === work.before.language;
  if (open?.type === "read_back" && open.draft === draft.id && unchanged) {
    const text = sayText(catalogue, language, "read_back.ask_again");
    askAs(work, text, sentenceChoices(catalogue, language, "read_back.ask_again", open.token));
    return;
  }
  dropNoted(work);
  const text = readBackText(work, draft, flow);
  openQuestion(work, (token) => ({
    open: readBackOpen(work, draft, token, text),
    text,
    choices: sentenceChoices(catalogue, language, "read_back.summary", token),
  }));
}

/** `key` is the outbound key of this very bubble: a 👍 on it is a yes. It follows the news of its turn. */
function readBackOpen(work: Work, draft: Draft, token: string, text: string): Open {
  const key = `${work.before.id}:${work.before.version + 1}:${work.says.length}`;
  return { type: "read_back", draft: draft.id, token, text, key };
}

function readBackText(work: Work, draft: Draft, flow: Flow): string {
  const { catalogue, language } = work;
  const lines = flow.questions.flatMap((question) => {
    const field = draft.fields[question.name];
    if (!field) return [];
    const line = showField(catalogue, question, field, language, { long: true });
    const name = draft.proposed.includes(question.name) ? "read_back.line_proposed" : "read_back.line";
    return [sayText(catalogue, language, name, { line })];
  });
  return sayText(catalogue, language, "read_back.summary", {
    title: flow.title[language],
    lines: lines.join("\n"),
    price: priceLine(work, draft, flow),
  });
}

function priceLine(work: Work, draft: Draft, flow: Flow): string {
  const { catalogue, language } = work;
  const price = priceOfFlow(catalogue, flow);
  const variant = variantOf(flow, draft.fields);
  const parts = variant && feeParts(work, variant);
  if (parts !== undefined)
    return sayText(catalogue, language, price ? "read_back.price_parts" : "read_back.price_parts_later", {
      parts,
    });
  if (!price) return sayText(catalogue, language, "read_back.price_later");
  const name = catalogue.office.vat_registered ? "read_back.price_total_with_vat" : "read_back.price_total";
  return sayText(catalogue, language, name, { total: formatMoney(price.total, language) });
}

function priceOfFlow(catalogue: Catalogue, flow: Flow): Price | undefined {
  if (flow.price.lines.length === 0) return undefined;
  const vat = catalogue.office.vat_registered ? sentenceNamed(catalogue, "read_back.vat").say : undefined;
  return priceOf(flow.price.lines, vat);
}

type NewOrder = Parameters<typeof placeOrder>[0] & { readonly promisedBy: number };

/** A new order of these values, at today's price, under the consent that stands. */
export function orderOf(
  work: Work,
  flow: Flow,
  draft: Pick<Draft, "id" | "service" | "flowHash" | "fields">,
): NewOrder {
  const { catalogue, consents, before, at } = work;
  const price = priceOfFlow(catalogue, flow);
  const consent = flow.sensitive && standingConsent(catalogue, consents, flow.sensitive, at);
  return {
    ref: nextRef(work),
    conversation: before.id,
    customer: before.customer,
    draft: draft.id,
    service: draft.service,
    ...(flow.kind !== "service" && { kind: flow.kind }),
    flowHash: draft.flowHash,
    fields: draft.fields,
    promisedBy: promisedBy(catalogue.office, catalogue.zone, at, flow.dispatch.promise_minutes),
    placedAt: at,
    ...(price && { price }),
    ...(consent && { consent }),
  };
}

/** Makes the order: the form leaves, the chat remembers the order, the customer reads its number and when they hear again. */
export function placeDraft(work: Work, draft: Draft, flow: Flow, contract: string | undefined): void {
  const { catalogue, language, at } = work;
  const order = orderOf(work, flow, draft);
  work.changes.push(
    placeOrder({ ...order, ...(contract !== undefined && { contract }) }, { type: "customer" }),
  );
  work.placed = order.ref;
  work.about = order.ref;
  rememberOrder(work, flow, draft, order);
  work.known = remembered(work.known, flow, draft.fields);
  dropDraft(work, draft.id);
  const solemn = flow.sensitive !== undefined || flow.sector === "g2b" || flow.sector === "g2c";
  addLine(work, solemn ? "placed.placed_plain" : "placed.placed", {
    ref: isolate(order.ref),
    next: isPricedFirst(flow)
      ? sayText(catalogue, language, "price.next")
      : renderMessage(flow.dispatch.next[language], language, {}),
    by: showMoment(order.promisedBy, at, catalogue.zone, language),
  });
  const papers = variantOf(flow, draft.fields) ? papersOf(work, { flow, fields: draft.fields }) : "";
  if (papers !== "") addLine(work, "side_questions.papers_to_send", { papers });
}

/** Puts an order just placed first among those that the chat remembers. */
export function rememberOrder(
  work: Work,
  flow: Flow,
  draft: Pick<Draft, "id" | "service" | "flowHash" | "fields">,
  { ref, promisedBy }: Pick<NewOrder, "ref" | "promisedBy">,
  entryKey?: string,
): void {
  const summary: OrderSummary = {
    ref,
    draft: draft.id,
    service: draft.service,
    flowHash: draft.flowHash,
    status: "placed",
    placedAt: work.at,
    changedAt: work.at,
    promisedBy,
    about: aboutBoth(work.catalogue, flow, draft.fields),
    likeness: likenessOf(draft.service, draft.fields),
    ...(entryKey !== undefined && { entryKey }),
  };
  work.orders = [summary, ...work.orders].slice(0, mostRemembered);
}

/** What is worth proposing next time, under the names that the flow gives. */
export function remembered(known: Fields, flow: Flow, fields: Fields): Fields {
  const found: Record<string, Field> = {};
  for (const { name, remember_as } of flow.questions) {
    const field = fields[name];
    if (remember_as !== undefined && field && known[remember_as]?.value !== field.value)
      found[remember_as] = field;
  }
  return Object.keys(found).length === 0 ? known : { ...known, ...found };
}
