/** How offers and orders look in a partner's chat: what it may read of them, what is paid, until when, and the next steps as choices. */
import type { LegalMove } from "../../domain/act.ts";
import type { Choice } from "../../domain/message.ts";
import type { Money } from "../../domain/money.ts";
import type { Offer } from "../../domain/offer.ts";
import type { Order } from "../../domain/order.ts";
import type { PartnerJob } from "../../domain/partner-chat.ts";
import { formatMoney, isolate } from "../../language/format.ts";
import { missable } from "../../orders/appointment.ts";
import { shownFields } from "../../orders/shown-fields.ts";
import { isClosed, stageOf } from "../../orders/status.ts";
import type { Flow } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import type { SentenceName } from "../flow/sentences.ts";
import { sayText, type Variables } from "../show/render.ts";
import { aboutOf, showMoment } from "../show/show.ts";
import { showValue } from "../show/show-value.ts";
import type { Work } from "../work.ts";
import type { Seen, SeenOffer } from "./jobs.ts";
import { partnerMoves } from "./offers.ts";

export type Shower = Pick<Work, "catalogue" | "language" | "at">;
type Told =
  Extract<SentenceName, `partner_chat.${string}`> extends `partner_chat.${infer Name}` ? Name : never;

/** A sentence of partners' chats. */
export function told(work: Shower, name: Told, variables?: Variables): string {
  return sayText(work.catalogue, work.language, `partner_chat.${name}`, variables);
}
export type { Told };

/** What every sentence about an order may name. */
export function namesOf(work: Shower, job: PartnerJob, order: Order): Readonly<Record<string, string>> {
  return {
    number: String(job.number),
    ref: isolate(order.ref),
    title: flowOf(work.catalogue, order).title[work.language],
  };
}

/** The offer as a partner decides on it, or has named its price for it. */
export function offerLines(work: Shower, { job, order, offer }: SeenOffer): readonly string[] {
  return [
    told(work, "offer_head", namesOf(work, job, order)),
    ...fieldLines(work, order, false),
    quotedLine(work, job, offer) ?? payLine(work, offer),
    told(work, "until", {
      until: showMoment(standsUntil(offer), work.at, work.catalogue.zone, work.language),
    }),
  ];
}

const standsUntil = ({ state, until }: Offer): number => (state.type === "quoted" ? state.until : until);

/** The price that the partner has named, while it waits for the customer. */
export function quotedLine(work: Shower, { number }: PartnerJob, { state }: Offer): string | undefined {
  if (state.type !== "quoted") return undefined;
  return told(work, "quoted", { number: String(number), amount: formatMoney(state.total, work.language) });
}

/** What the partner is paid, or that it names its price. */
function payLine(work: Shower, { pays, asks }: Pick<Offer, "pays" | "asks">): string {
  if (asks === "price") return told(work, "asks_price");
  return pays ? told(work, "pays", { amount: formatMoney(pays, work.language) }) : told(work, "pays_open");
}

/** The order as whoever carries it out needs it. */
export function orderLines(work: Shower, order: Order): readonly string[] {
  const offer = order.offers?.findLast(({ partner }) => partner.id === order.partner?.id);
  const isRelayed = flowOf(work.catalogue, order).dispatch.contact === "relay";
  return [
    ...fieldLines(work, order, true),
    ...(offer ? [payLine(work, offer.pays ? { pays: offer.pays } : {})] : []),
    ...(isRelayed ? [told(work, "relay")] : []),
  ];
}

function fieldLines(work: Shower, order: Order, hasIt: boolean): readonly string[] {
  const { catalogue, language } = work;
  const { questions, dispatch }: Flow = flowOf(catalogue, order);
  const { contact, offer_shows: offerShows } = dispatch;
  return shownFields(questions, order.fields, { hasIt, contact, offerShows }).map(({ question, value }) => {
    const shown = showValue(catalogue, question, value, language);
    const line = sayText(catalogue, language, "form.line", { label: question.label[language], value: shown });
    return told(work, "field", { line });
  });
}

/** What tells the order from others, without anything of the customer. */
export function aboutFor(work: Shower, order: Order, hasIt: boolean): string {
  const { catalogue, language } = work;
  const flow = flowOf(catalogue, order);
  const { contact, offer_shows: offerShows } = flow.dispatch;
  const names = new Set(
    shownFields(flow.questions, order.fields, { hasIt, contact, offerShows }).map(
      ({ question }) => question.name,
    ),
  );
  const fields = Object.fromEntries(Object.entries(order.fields).filter(([name]) => names.has(name)));
  return aboutOf(catalogue, flow, fields, language);
}

/** Where the order stands, as a partner that has it calls it: what staff call "with an agent" is in its own hands. */
export function statusOf(work: Shower, order: Order): string {
  if (order.state.status === "assigned") return told(work, "not_begun");
  const stage = stageOf(order.state);
  return stepLabel(work, order, { to: order.state.status, ...(stage !== undefined && { stage }) });
}

export function stepLabel(
  { catalogue, language }: Shower,
  order: Order,
  { to, stage }: Pick<LegalMove, "to" | "stage">,
): string {
  const named = stage && flowOf(catalogue, order).stages.find(({ id }) => id === stage);
  return (named || catalogue.statuses.get(to))?.label[language] ?? to;
}

/** A press in a partner's chat says by itself what it does, to what: an old one under an earlier message is judged like a new one. */
export const pressOf = (verb: string, ...of: readonly string[]): string =>
  ["p", verb, ...of].join(":").slice(0, 64);

export function offerChoices(work: Shower, { job, offer }: SeenOffer): readonly Choice[] {
  const number = String(job.number);
  const decline = { value: pressOf("decline", offer.id), label: told(work, "do_decline", { number }) };
  if (offer.asks === "price") return [decline];
  return [{ value: pressOf("accept", offer.id), label: told(work, "do_accept", { number }) }, decline];
}

/** An offer that was declined, to see it again. */
export const againChoices = (work: Shower, declined: readonly SeenOffer[]): readonly Choice[] =>
  declined.map(({ job, offer }) => ({
    value: pressOf("again", offer.id),
    label: told(work, "do_again", { number: String(job.number) }),
  }));

const priceOf = (offer: Offer["id"], total: Money): string =>
  pressOf("price", offer, String(total.amountMinor));

/** A price in riyals for each of these offers: which of them it is for is pressed, and the price need not be written anew. */
export function priceChoices(work: Shower, seen: readonly SeenOffer[], total: Money): readonly Choice[] {
  const labels = showChoices(work, seen, false, "show");
  return seen.map(({ offer }, at) => ({
    value: priceOf(offer.id, total),
    label: labels[at]?.label ?? "",
  }));
}

/** Whether it is a press that names a price; of one offer, when that is given. */
export const isPricePress = (value: string | undefined, offer?: Offer["id"]): boolean =>
  value?.startsWith(offer === undefined ? pressOf("price", "") : pressOf("price", offer, "")) === true;

/** Whether the price is meant so. */
export function sureChoices(work: Shower, { order, offer }: SeenOffer, total: Money): readonly Choice[] {
  const amount = formatMoney(total, work.language);
  return [
    { value: priceOf(offer.id, total), label: told(work, "do_price", { amount }) },
    { value: pressOf("show", order.ref), label: told(work, "do_other_price") },
  ];
}

export const stepPress = ({ ref }: Order, { to, stage }: Pick<LegalMove, "to" | "stage">): string =>
  pressOf("step", ref, to, stage ?? "");

/** The next steps of an order, then what else can be done with it. */
export function orderChoices(work: Shower, order: Order): readonly Choice[] {
  if (isClosed(order.state.status)) return [];
  const steps = partnerMoves(work, order).map((move) => ({
    value: stepPress(order, move),
    label: stepLabel(work, order, move),
  }));
  const missed = mayBeMissed(work, order, work.at) ? (["no_show"] as const) : [];
  // It ends the order, so it comes last.
  const more = (["no_answer", "write", "problem", ...missed] as const).map((verb) => ({
    value: pressOf(verb, order.ref),
    label: told(work, `do_${verb}`),
  }));
  return [...steps, ...more];
}

const writtenMark = "written";
/** Below what the customer wrote: its press to write says so, by which an answer to it is known. */
export const answerChoices = (work: Shower, order: Order): readonly Choice[] =>
  orderChoices(work, order).map((choice) =>
    choice.value === pressOf("write", order.ref)
      ? { ...choice, value: pressOf("write", order.ref, writtenMark) }
      : choice,
  );

/** Whether these presses stand below what an order's customer wrote. */
export const isOfCustomer = (values: readonly string[] | undefined, { ref }: Order): boolean =>
  values?.includes(pressOf("write", ref, writtenMark)) === true;

/** The appointment has begun, and nobody has said that the customer came. */
export const mayBeMissed = ({ catalogue }: Shower, order: Order, at: number): boolean =>
  missable(order, flowOf(catalogue, order), catalogue.zone, at) !== undefined;

/** Orders to choose from, each by its number. */
export function showChoices(
  work: Shower,
  seen: readonly Seen[],
  hasThem: boolean,
  verb: string,
): readonly Choice[] {
  return seen.map(({ job, order }) => ({
    value: pressOf(verb, order.ref),
    label: told(work, "do_show", { number: String(job.number), about: aboutFor(work, order, hasThem) }),
  }));
}
