/** A complaint is opened: an order of its own kind, with the words in which it was told, that the chat remembers apart from orders. */
import type { Field } from "../../domain/answer.ts";
import type { OrderSummary } from "../../domain/conversation.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { By } from "../../domain/order.ts";
import { placeOrder } from "../../orders/change.ts";
import { wordsField } from "../../orders/complaint.ts";
import { mostRemembered } from "../customer/together.ts";
import type { ComplaintFlow } from "../flow/complaint-flow.ts";
import { likenessOf } from "../form/likeness.ts";
import { orderOf } from "../form/place.ts";
import { sourceOf } from "../form/source.ts";
import { aboutBoth } from "../show/show.ts";
import { holdsSecret } from "../staff/staff-rights.ts";
import { nextDraftId, type Work } from "../work.ts";

/** What is kept of one message. */
const longestTold = 2_000;

/** What the customer says, as a complaint keeps it; undefined where there are no words, or none that may be kept. */
export function toldIn(work: Work, text: string): Field | undefined {
  const words = text.trim().slice(0, longestTold).toWellFormed();
  if (words === "" || holdsSecret(words)) return undefined;
  const { by, messageId } = sourceOf(work);
  return { value: words, evidence: { text: words, messageId, start: 0, end: words.length, by } };
}

type Opened = {
  readonly told: Field | undefined;
  readonly about: OrderRef | undefined;
  readonly by: By;
  readonly promisedBy?: number;
  readonly entryKey?: string | undefined;
};

/**
 * Opens it. The caller says so to the customer.
 * @param about the order that it is about; `promisedBy`: another moment than the flow's, epoch milliseconds, where one was said; `entryKey`: a program's own name for it
 */
export function openComplaint(
  work: Work,
  flow: ComplaintFlow,
  { told, about, by, promisedBy, entryKey }: Opened,
): OrderSummary {
  const fields = told ? { [wordsField]: told } : {};
  const draft = { id: nextDraftId(work), service: flow.id, flowHash: flow.hash, fields };
  const order = orderOf(work, flow, draft);
  const promised = promisedBy ?? order.promisedBy;
  work.changes.push(placeOrder({ ...order, promisedBy: promised, ...(about && { about }) }, by));
  work.placed ??= order.ref;
  const summary: OrderSummary = {
    ...{ ref: order.ref, draft: draft.id, service: flow.id, flowHash: flow.hash },
    ...{ status: "placed", placedAt: work.at, changedAt: work.at, promisedBy: promised },
    about: aboutBoth(work.catalogue, flow, fields),
    likeness: likenessOf(flow.id, fields),
    ...(entryKey !== undefined && { entryKey }),
    ...(about && { of: about }),
  };
  work.complaints = [summary, ...work.complaints].slice(0, mostRemembered);
  return summary;
}
