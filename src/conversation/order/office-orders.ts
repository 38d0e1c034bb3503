/** Orders that the office itself enters, moves or lets go: by the API, and when a claim's lease runs out. */
import type { Refusal } from "../../domain/act.ts";
import type { Event } from "../../domain/event.ts";
import type { OrderRef } from "../../domain/ids.ts";
import { isolate } from "../../language/format.ts";
import { moveOrder, placeOrder, releaseOrder } from "../../orders/change.ts";
import { enterComplaint } from "../complaint/complaint-entered.ts";
import { tellComplaintMove, withAnswerPromise } from "../complaint/complaint-news.ts";
import { isComplaintFlow } from "../flow/complaint-flow.ts";
import type { Flow } from "../flow/flow.ts";
import { isPermitted, lackingField } from "../flow/permits.ts";
import { flowFor } from "../flow/pinned.ts";
import { missingFields, settle } from "../form/fill.ts";
import { orderOf, remembered, rememberOrder } from "../form/place.ts";
import { sayText } from "../show/render.ts";
import { aboutOf, showMoment } from "../show/show.ts";
import { byAgent } from "../staff/staff-rights.ts";
import { addNews, changeOrder, nextDraftId, type Work } from "../work.ts";
import { refusalOf } from "./moves.ts";
import { canTell, staffChannel, tellMove } from "./news.ts";

type Entered = Extract<Event, { type: "order_entered" }>;

/** An order for a customer who called or came in. Missing fields don't hold it up: they are named in its history. */
export function stepOrderEntered(work: Work, event: Entered): Refusal | undefined {
  const { catalogue, at, language } = work;
  const flow = catalogue.flows.get(event.service);
  if (!flow || !isPermitted(catalogue, flow, at) || !isEnteredHere(work, flow, event))
    return { reason: "unknown_service", service: event.service };
  const before = enteredBefore(work, event);
  if (before) return { reason: "entered_before", ref: before };
  if (isComplaintFlow(flow)) return enterComplaint(work, flow, event);
  const { fields } = settle(flow, {}, event.fields);
  const lacking = lackingField(catalogue, flow, fields, at);
  if (lacking !== undefined) return { reason: "needs_permit", field: lacking };
  const draft = { id: nextDraftId(work), service: flow.id, flowHash: flow.hash, fields };
  const chosen = flowFor(catalogue, flow, fields);
  const order = orderOf(work, chosen, draft);
  const missing = missingFields(chosen, fields);
  const note = missing.length > 0 ? `missing: ${missing.join(", ")}` : undefined;
  const by = event.by ? byAgent(event.by) : ({ type: "office", name: "API" } as const);
  work.changes.push(placeOrder(order, by, note));
  work.placed = order.ref;
  rememberOrder(work, flow, draft, order, event.key);
  work.known = remembered({ ...work.known, ...event.known }, flow, fields);
  if (!canTell(work)) return undefined;
  const promised = showMoment(order.promisedBy, at, catalogue.zone, language);
  const about = aboutOf(catalogue, flow, fields, language);
  const ref = isolate(order.ref);
  addNews(work, order.ref, sayText(catalogue, language, "placed.entered", { ref, about, by: promised }));
  return undefined;
}

/** What became of the same entry, which a program sends again when it has heard no answer. */
function enteredBefore({ orders, complaints }: Work, { key }: Entered): OrderRef | undefined {
  if (key === undefined) return undefined;
  return [...orders, ...complaints].find(({ entryKey }) => entryKey === key)?.ref;
}

/** What colleagues ask of each other is asked by them, in the chat that stands for who asks; nothing else is entered there. */
function isEnteredHere({ before }: Work, { kind }: Flow, { by }: Entered): boolean {
  const isOwn = before.channel === staffChannel && before.address === by?.id;
  return kind === "internal" ? isOwn : before.channel !== staffChannel;
}

/** A move by an integrator. */
export function stepOrderMoved(
  work: Work,
  event: Extract<Event, { type: "order_moved" }>,
): Refusal | undefined {
  const refusal = refusalOf(work.catalogue, event.order, event.move);
  if (refusal) return refusal;
  const moved = moveOrder(event.order, event.move, { type: "office", name: "API" }, work.at);
  const change = withAnswerPromise(work, moved);
  changeOrder(work, change);
  if (!tellComplaintMove(work, change.order, event.move))
    tellMove(work, event.order, change.order, event.move);
  return undefined;
}

/** A claim without an act ran out: the order is free again. */
export function stepLeaseEnded(
  work: Work,
  event: Extract<Event, { type: "lease_ended" }>,
): Refusal | undefined {
  const { claim } = event.order;
  if (claim?.until === undefined || claim.until > work.fresh.realNow) return { reason: "nothing_to_do" };
  changeOrder(work, releaseOrder(event.order, { type: "office" }, work.at, "lease_ended"));
  return undefined;
}
