/** Looks up what stands beside a complaint, or beside an order that is complained of, and reads what staff decide. */
import { complaintFlow } from "../../conversation/complaint-flow.ts";
import { outcomeNames } from "../../domain/complaint.ts";
import { parsePartnerId } from "../../domain/ids.ts";
import type { HistoryRow, Order } from "../../domain/order.ts";
import type { PartnerName } from "../../domain/partner.ts";
import type { WebParts } from "../deps.ts";
import type { ReadAct } from "./acts.ts";
import { textOf } from "./form.ts";

/** Complaints that an order's page shows. */
const mostShown = 20;
/** As long as customers' platforms take it. */
const mostWords = 3_000;

export type ShownComplaints = {
  /** The order that this complaint is about. */
  readonly about: Order | undefined;
  /** Partners that had that order, the last one first: whose doing it may have been. */
  readonly partners: readonly PartnerName[];
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
      complaints: await parts.orders.about(order.ref, mostShown),
      isKept,
    };
  const about = order.about && (await parts.orders.get(order.about));
  const history = about ? await parts.orders.history(about.ref) : [];
  return { about, partners: about ? partnersOf(about, history) : [], complaints: [], isKept };
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
  if (words.length > mostWords) return { type: "too_long" };
  const id = parsePartnerId(textOf(form, "blames"));
  const { partners } = await complaintsFor(parts, order);
  const blames = id && partners.find((one) => one.id === id);
  return { type: "act", act: { type: "answer_complaint", outcome, words, ...(blames && { blames }) } };
}

/** What the customer said to a colleague. */
export function readComplaint(form: URLSearchParams): ReadAct {
  const words = textOf(form, "words");
  if (words === "") return { type: "empty" };
  return words.length > mostWords ? { type: "too_long" } : { type: "act", act: { type: "complain", words } };
}
