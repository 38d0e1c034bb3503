/** Looks up what stands beside a complaint, or beside an order that is complained of, and reads what staff decide. */
import { complaintFlow } from "../../../conversation/flow/complaint-flow.ts";
import { outcomeNames } from "../../../domain/complaint.ts";
import { parseOrderRef, parsePartnerId } from "../../../domain/ids.ts";
import type { HistoryRow, Order } from "../../../domain/order.ts";
import type { PartnerName } from "../../../domain/partner.ts";
import type { WebParts } from "../../deps.ts";
import { textOf } from "../../form.ts";
import { longestComplaint } from "../../lengths.ts";
import { type ReadAct, tooLong } from "../orders/acts.ts";

/** Complaints that an order's page shows. */
const mostShown = 20;

export type ShownComplaints = {
  /** The order that this complaint is about. */
  readonly about: Order | undefined;
  /** Partners that had that order, the last one first: whose doing it may have been. */
  readonly partners: readonly PartnerName[];
  /** Other orders of the same customer, newest first: it may be about one of them. */
  readonly others: readonly Order[];
  /** Complaints about this order, newest first. */
  readonly complaints: readonly Order[];
  /** Whether the office keeps complaints at all. */
  readonly isKept: boolean;
};

export async function complaintsFor(parts: WebParts, order: Order): Promise<ShownComplaints> {
  const isKept = complaintFlow(parts.catalogue()) !== undefined;
  if (order.kind !== "complaint")
    return {
      about: undefined,
      partners: [],
      others: [],
      complaints: await parts.orders.about(order.ref, mostShown),
      isKept,
    };
  const about = order.about && (await parts.orders.get(order.about));
  const history = about ? await parts.orders.history(about.ref) : [];
  const others = await ordersOf(parts, order);
  return {
    others: others.filter(({ ref }) => ref !== order.about),
    about,
    partners: about ? partnersOf(about, history) : [],
    complaints: [],
    isKept,
  };
}

/** As many orders as anybody looks through. */
const mostOthers = 20;

async function ordersOf({ engine, orders }: WebParts, order: Order): Promise<readonly Order[]> {
  const chat = await engine.conversation(order.conversation);
  const customer = chat?.customer ?? order.customer;
  const page = await orders.list({ customer, kind: "service" }, { limit: mostOthers });
  return page.type === "page" ? page.orders : [];
}

function partnersOf({ partner }: Order, history: readonly HistoryRow[]): readonly PartnerName[] {
  const given = history.flatMap((row) => (row.what === "given" && row.partner ? [row.partner] : []));
  const had = [...given, ...(partner ? [partner] : [])].reverse();
  return [...new Map(had.map((one) => [one.id, one])).values()];
}

/** `outcome`, `words` and, where it was a partner's doing, `blames`: one that had the order. */
export async function readAnswer(parts: WebParts, form: URLSearchParams, order: Order): Promise<ReadAct> {
  const outcome = outcomeNames.find((name) => name === form.get("outcome"));
  const words = textOf(form, "words");
  if (!outcome) return { type: "nothing_to_do" };
  if (words === "") return { type: "empty" };
  const long = tooLong(words, longestComplaint);
  if (long) return long;
  const id = parsePartnerId(textOf(form, "blames"));
  const { partners } = await complaintsFor(parts, order);
  const blames = id && partners.find((one) => one.id === id);
  return { type: "act", act: { type: "answer_complaint", outcome, words, ...(blames && { blames }) } };
}

/** `about`: one of the same customer's orders. */
export async function readTie(parts: WebParts, form: URLSearchParams, order: Order): Promise<ReadAct> {
  const ref = parseOrderRef(textOf(form, "about"));
  const about = (await ordersOf(parts, order)).find((one) => one.ref === ref);
  return about
    ? { type: "act", act: { type: "tie_complaint", about: about.ref } }
    : { type: "nothing_to_do" };
}

/** What the customer said to a colleague. */
export function readComplaint(form: URLSearchParams): ReadAct {
  const words = textOf(form, "words");
  if (words === "") return { type: "empty" };
  return tooLong(words, longestComplaint) ?? { type: "act", act: { type: "complain", words } };
}

/** What the customer said to our answer: whoever is not content says why. */
export function readHeard(form: URLSearchParams): ReadAct {
  const words = textOf(form, "words");
  const content = form.get("content") === "yes";
  if (words === "" && !content) return { type: "empty" };
  return tooLong(words, longestComplaint) ?? { type: "act", act: { type: "hear_complaint", content, words } };
}
