/** «وين طلبي؟»: each open order in a line, from what the chat remembers, with when the customer hears again. */
import type { Fields } from "../../domain/answer.ts";
import type { OrderSummary } from "../../domain/conversation.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { Order, StatusName } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import { isOpenComplaint } from "../../orders/complaint.ts";
import { promising } from "../../orders/due/promise.ts";
import { isShown, quotesOf } from "../../orders/quotes.ts";
import { isClosed } from "../../orders/status.ts";
import { askWhetherSettled } from "../complaint/complaint-asked.ts";
import { complaintLine } from "../complaint/complaint-news.ts";
import { isOwnOrder } from "../customer/together.ts";
import { flowOf } from "../flow/pinned.ts";
import { isPricedFirst } from "../price/priced-first.ts";
import { askPrices } from "../price/quotes.ts";
import { renderMessage, sayText } from "../show/render.ts";
import { aboutIn, aboutOrder, showMoment } from "../show/show.ts";
import { activeDraft, addLine, type Work } from "../work.ts";
import { appointmentIn } from "./appointment-day.ts";
import { type Progress, progressOf } from "./remembered.ts";

/** Orders told of at once; a bubble has four lines. */
const mostTold = 3;

/** Answers where an order is: the one named, else every open one, else the newest. */
export function tellStatus(work: Work, ref: OrderRef | undefined): void {
  work.aside = true;
  if (ref !== undefined) {
    tellOne(work, ref);
    return;
  }
  const open = work.orders.filter(({ status }) => !isClosed(status));
  const told = open.length > 0 ? open.slice(0, mostTold) : work.orders.slice(0, 1);
  for (const order of told) work.parts.push(statusLine(work, order));
  const complaints = work.complaints.filter(isOpenComplaint).slice(0, mostTold - told.length || 1);
  for (const complaint of complaints) tellComplaint(work, complaint);
  const [only, other] = told;
  if (only && !other) work.about = only.ref;
  if (!only && complaints.length === 0) tellNothing(work);
  showChoice(work, told);
}

/** The prices that the customer may choose from are asked about once more, unless a form is under way. */
function showChoice(work: Work, told: readonly Told[]): void {
  const { event } = work;
  const ref = told.find(({ choosing }) => choosing)?.ref;
  const orders = event.type === "understood" ? event.orders : undefined;
  const order = orders?.find((one) => one.ref === ref && isOwnOrder(work.before, one));
  if (!order || activeDraft(work)) return;
  const quotes = quotesOf(order, work.at).filter(({ id }) => isShown(order, id));
  if (quotes.length > 0) askPrices(work, order, quotes);
}

function tellOne(work: Work, ref: OrderRef): void {
  const complaint = work.complaints.find((one) => one.ref === ref);
  if (complaint) {
    tellComplaint(work, complaint);
    work.about = ref;
    return;
  }
  const known = work.orders.find((order) => order.ref === ref);
  const { event } = work;
  const loaded = event.type === "understood" ? event.orders?.find((order) => order.ref === ref) : undefined;
  if (loaded?.kind === "complaint" && isOwnOrder(work.before, loaded))
    work.parts.push(complaintLine(work, loaded));
  else if (loaded && isOwnOrder(work.before, loaded)) {
    const told = toldOf(work, loaded);
    work.parts.push(statusLine(work, told));
    showChoice(work, [told]);
  } else if (known) work.parts.push(statusLine(work, known));
  else {
    addLine(work, "order_status.unknown", { ref: isolate(ref) });
    return;
  }
  const open = work.complaints.find((one) => one.of === ref && isOpenComplaint(one));
  if (open) tellComplaint(work, open);
  work.about = ref;
}

function tellComplaint(work: Work, complaint: OrderSummary): void {
  work.parts.push(complaintLine(work, complaint));
  askWhetherSettled(work, complaint);
}

function tellNothing(work: Work): void {
  const draft = activeDraft(work);
  if (draft)
    addLine(work, "order_status.draft_open", { title: flowOf(work.catalogue, draft).title[work.language] });
  else addLine(work, "order_status.none");
}

type Told = Pick<OrderSummary, "ref" | "service" | "flowHash" | "about"> & Progress;

function toldOf(work: Work, order: Order): Told {
  const { ref, service, flowHash } = order;
  return { ref, service, flowHash, about: aboutOrder(work, order), ...progressOf(order) };
}

function statusLine(work: Work, order: Told): string {
  const { catalogue, language, at } = work;
  const line = statusSentence(work, order, "");
  if (order.promisedBy === undefined || order.choosing || !promising.has(order.status)) return line;
  const next =
    order.promisedBy < at
      ? sayText(catalogue, language, "order_status.late")
      : sayText(catalogue, language, "order_status.by", {
          by: showMoment(order.promisedBy, at, catalogue.zone, language),
        });
  return `${line} ${next}`;
}

/** What is said of a status when asked: inside the work, the stage's own sentence. */
function statusSentence(work: Work, order: Told, reason: string): string {
  const { catalogue, language } = work;
  const variables = {
    ref: isolate(order.ref),
    about: aboutIn(order.about, language),
    time: showMoment(order.since ?? order.changedAt, work.at, catalogue.zone, language),
    appointment: appointmentIn(work, flowOf(catalogue, order), fieldsOf(work, order.ref)),
    note: "",
    reason,
  };
  const stage =
    order.stage === undefined
      ? undefined
      : flowOf(catalogue, order).stages.find(({ id }) => id === order.stage);
  if (stage?.say && stage.tell === "customer")
    return renderMessage(stage.say[language], language, variables).trim();
  if (order.status === "assigned" && order.partner)
    return sayText(catalogue, language, "partner.asked", {
      ...{ ref: variables.ref, about: variables.about, time: variables.time },
      partner: isolate(order.partner[language]),
    });
  if (order.status === "assigned" && order.handed)
    return sayText(
      catalogue,
      language,
      order.handed === true ? "order_status.handed" : "order_status.waits",
      {
        ...{ ref: variables.ref, about: variables.about },
      },
    );
  if (order.choosing)
    return sayText(catalogue, language, "quotes.asked", { ref: variables.ref, about: variables.about });
  if (order.status === "placed" && isPricedFirst(flowOf(catalogue, order)))
    return sayText(catalogue, language, "price.asked", { ref: variables.ref, about: variables.about });
  const status = catalogue.statuses.get(order.status);
  return status ? renderMessage(status.asked[language], language, variables) : order.status;
}

/** Its answers, where the order is at hand. */
function fieldsOf({ event }: Work, ref: OrderRef): Fields | undefined {
  const orders = event.type === "understood" ? event.orders : undefined;
  return orders?.find((order) => order.ref === ref)?.fields;
}

/** A status's name as customers read it. */
export function statusLabel(work: Pick<Work, "catalogue" | "language">, status: StatusName): string {
  return work.catalogue.statuses.get(status)?.label[work.language] ?? status;
}
