/**
 * Changes of an order as values: each gives the next state of the order and the history row that tells of it. Whether a change is
 * allowed is asked before (`status.ts`); what the customer reads of it is the conversation's matter.
 */
import type { Move } from "../domain/act.ts";
import type { Field, Fields } from "../domain/answer.ts";
import type { DataWish } from "../domain/data-wish.ts";
import type { Media } from "../domain/message.ts";
import type { By, Claim, HistoryRow, Order, OrderChange, OrderStatus, Price } from "../domain/order.ts";
import type { Call } from "../domain/order-clock.ts";
import type { PartnerName } from "../domain/partner.ts";
import { withDataTold, withoutDataTold } from "./data-told.ts";
import { byPartner, rowOf } from "./row.ts";
import { isClosed, isHandedOver, stateAfter } from "./status.ts";

/** A claim is leased until the agent's first act: 15 minutes. */
export const leaseMs = 15 * 60_000;

/** The first version of an order, and the row that begins its history. */
export function placeOrder(
  order: Omit<Order, "version" | "state" | "changedAt">,
  by: By,
  note?: string,
): OrderChange {
  const at = order.placedAt;
  const placed: Order = { ...order, version: 1, state: { status: "placed", at }, changedAt: at };
  const row: HistoryRow = { at, to: "placed", by, what: "placed", ...(note !== undefined && { note }) };
  return { order: placed, expect: 0, history: [row] };
}

/** The order moved along its life. */
export function moveOrder(order: Order, move: Move, by: By, at: number): OrderChange {
  const state = stateAfter(order, move, by, at);
  const moved: Order = {
    ...(move.to === "seeking" ? withoutPartner(order) : order),
    ...(move.to === "approved" && { approvedAt: at }),
    ...(move.to === "paid" && { paidAt: at }),
    state,
  };
  return nextVersion(moved, order, {
    at,
    from: order.state.status,
    to: move.to,
    by,
    what: "moved",
    ...(move.stage !== undefined && { stage: move.stage }),
    ...(move.note !== undefined && { note: move.note }),
    ...(move.to === "seeking" && order.partner && { partner: order.partner }),
  });
}

/**
 * The order in an agent's hands; from `placed` or `seeking` it becomes `assigned`.
 * @param until when the lease ends, by the real clock; without it the claim is an act in itself (a head takes it): nothing runs out
 */
export function claimOrder(order: Order, by: Required<By>, at: number, until?: number): OrderChange {
  const claim: Claim = {
    agent: by.id as Claim["agent"],
    name: by.name,
    since: at,
    ...(until !== undefined && { until }),
  };
  const from = order.state.status;
  const moves = from === "placed" || from === "seeking";
  const state = moves ? stateAfter(order, { to: "assigned" }, by, at) : order.state;
  const row: HistoryRow = { at, from, to: state.status, by, what: until === undefined ? "taken" : "claimed" };
  return nextVersion({ ...order, state, claim }, order, row);
}

/**
 * The order out of anybody's hands. An assigned one goes back to where it was before, or is sought for again where somebody was,
 * unless a partner or a department has it.
 */
export function releaseOrder(
  order: Order,
  by: By,
  at: number,
  what: "released" | "lease_ended",
): OrderChange {
  const { claim: _claim, ...free } = order;
  const from = order.state.status;
  const state = order.partner || isHandedOver(order) ? order.state : stateLetGo(order, by, at);
  return nextVersion({ ...free, state }, order, { at, from, to: state.status, by, what });
}

/** Nobody is sought for a complaint or a request between departments, and its wait to be claimed goes on, however often it was claimed. */
function stateLetGo(order: Order, by: By, at: number): OrderStatus {
  const { state, kind } = order;
  if (state.status !== "assigned") return state;
  const { from = kind === undefined ? "seeking" : "placed", since = at } = state;
  return stateAfter(order, { to: from }, by, kind === undefined ? at : since);
}

/** The order with a partner that carries it out. Work that has begun goes on with that one. */
export function giveOrder(order: Order, partner: PartnerName, by: By, at: number): OrderChange {
  const from = order.state.status;
  const state =
    from === "in_progress" ? order.state : stateAfter(order, { to: "assigned" }, byPartner(partner), at);
  const row: HistoryRow = { at, from, to: state.status, by, what: "given", partner };
  const passedOnAt = order.partner?.id === partner.id ? (order.passedOnAt ?? order.state.at) : at;
  const given = order.partner?.id === partner.id ? order : withoutPartner(order);
  return nextVersion({ ...given, state, partner, passedOnAt }, order, row);
}

/** The order without the partner that had it; what that one had not begun is sought for again. */
export function giveBackOrder(order: Order, by: By, at: number, note: string): OrderChange {
  const from = order.state.status;
  const state = from === "assigned" ? stateAfter(order, { to: "seeking" }, by, at) : order.state;
  const { partner } = order;
  const row: HistoryRow = { at, from, to: state.status, by, what: "given_back", note };
  const back = { ...withoutPartner(order), state, passedOnAt: at };
  return nextVersion(back, order, { ...row, ...(partner && { partner }) });
}

/** Every partner that knows the customer by this order: who has it now or had it last, and those before. */
export function holdersOf({ partner, earlierPartners = [] }: Order): readonly PartnerName[] {
  return partner ? [partner, ...earlierPartners.filter(({ id }) => id !== partner.id)] : earlierPartners;
}

/** The same, with those of whom only the history of an older version's order tells. */
export function holdersBy(order: Order, history: readonly HistoryRow[]): readonly PartnerName[] {
  const given = history.flatMap(({ what, partner }) => (what === "given" && partner ? [partner] : []));
  return eachOnce([...holdersOf(order), ...given.toReversed()]);
}

/** Every partner that was shown the order, newest first. */
export function shownBy({ offers = [] }: Order, history: readonly HistoryRow[]): readonly PartnerName[] {
  const offered = history.flatMap(({ what, partner }) => (what === "offered" && partner ? [partner] : []));
  return eachOnce([...offers.map(({ partner }) => partner).toReversed(), ...offered.toReversed()]);
}

/** The order with these who have or had it, as they are named here, before those that it names alone. */
export function withHolders(order: Order, holders: readonly PartnerName[]): Order {
  const all = eachOnce([...holders, ...holdersOf(order)]);
  const partner = all.find(({ id }) => id === order.partner?.id);
  const earlierPartners = all.filter((one) => one !== partner);
  return { ...order, ...(partner && { partner }), ...(earlierPartners.length > 0 && { earlierPartners }) };
}

/** As the first names it. */
const eachOnce = (partners: readonly PartnerName[]): readonly PartnerName[] =>
  partners.filter(({ id }, place) => partners.findIndex((one) => one.id === id) === place);

/** What it has not confirmed it never will; changes go on being counted. Whether it was late says nothing of the next one. */
function withoutPartner(order: Order): Order {
  const { partner, ...rest } = order;
  const { late: _late, ...clock } = order.clock ?? {};
  const theirs: Order = order.clock?.late === undefined ? rest : { ...rest, clock };
  const without: Order = partner ? { ...theirs, earlierPartners: holdersOf(order) } : theirs;
  const { confirmation } = without;
  const waits = confirmation?.state === "asked" || confirmation?.state === "late";
  return waits ? { ...without, confirmation: { ...confirmation, state: "over" } } : without;
}

/** A field set anew, by staff with a reason (`corrected`) or by the customer (`amended`). */
export function correctOrder(
  order: Order,
  fields: Fields,
  correction: {
    readonly field: string;
    readonly before: Field | undefined;
    readonly after: Field;
    readonly by: By;
    readonly at: number;
    readonly what: "corrected" | "amended";
    readonly note?: string;
  },
): OrderChange {
  const { field, before, after, by, at, what, note } = correction;
  const told = {
    ...{ at, by },
    field: { name: field, ...(before && { before: before.value }), after: after.value },
    ...(note !== undefined && { note }),
  };
  return nextVersion({ ...order, fields }, order, rowOf(order, what, told));
}

/** What the partner that has the order tells staff, kept in the history. */
export function reportOrder(order: Order, text: string, partner: PartnerName, at: number): OrderChange {
  const told = { at, by: byPartner(partner), note: text, partner };
  return nextVersion(order, order, rowOf(order, "reported", told));
}

/** So long after the work is done its proof is still taken. */
const proofMs = 24 * 3_600_000;

/** Whether a picture of this partner may prove the order: it carries it out, or has done so within the last day. */
export function mayBeProven({ partner, state }: Order, by: PartnerName["id"], at: number): boolean {
  if (partner?.id !== by) return false;
  return !isClosed(state.status) || (state.status === "done" && at - state.at <= proofMs);
}

/** A picture from the partner that has the order: that the work is done. */
export function proveOrder(order: Order, document: Media, partner: PartnerName, at: number): OrderChange {
  const told = { at, by: byPartner(partner), partner, document };
  return nextVersion(order, order, rowOf(order, "proof", told));
}

/** Words between customer and partner in which something was blotted out. @param note as they were passed on */
export function maskedOrder(order: Order, by: By, at: number, note: string): OrderChange {
  return nextVersion(order, order, rowOf(order, "masked", { at, by, note }));
}

/** Words between the customer and the partner that has the order, as they were passed on: its page shows them. */
export function wordsPassed(
  order: Order,
  from: "customer" | "partner",
  { partner, note, at }: { readonly partner: PartnerName; readonly note: string; readonly at: number },
): OrderChange {
  const by: By = from === "customer" ? { type: "customer" } : byPartner(partner);
  const what = from === "customer" ? "customer_wrote" : "partner_wrote";
  return nextVersion(order, order, rowOf(order, what, { at, by, partner, note }));
}

/** A partner could not be told of the order; `what` in the words of the notice. */
export function untoldOrder(order: Order, partner: PartnerName, what: string, at: number): OrderChange {
  const told = { at, by: { type: "office" }, note: what, partner } as const;
  const untold = what === "customer.data" ? withoutDataTold(order, partner.id) : order;
  return nextVersion(untold, order, rowOf(order, "untold", told));
}

/** The customer asks about their data: whoever carries the order out, or has, is to know. */
export function askOfData(order: Order, asked: DataWish, partner: PartnerName, at: number): OrderChange {
  const row = rowOf(order, "data_asked", { at, by: { type: "customer" }, partner });
  const dataAsked = order.dataAsked === "delete" ? "delete" : asked;
  return nextVersion(withDataTold({ ...order, dataAsked }, partner.id, dataAsked), order, row);
}

/** Words for colleagues, kept in the history. */
export function noteOrder(order: Order, text: string, by: By, at: number): OrderChange {
  return nextVersion(order, order, rowOf(order, "noted", { at, by, note: text }));
}

/** A price that waits for the customer's approval. */
export function priceOrder(order: Order, price: Price, by: By, at: number): OrderChange {
  const state = { status: "quoted", at, total: price.total } as const;
  const row: HistoryRow = { at, from: order.state.status, to: "quoted", by, what: "priced" };
  const { passedOn: _, ...unpriced } = order;
  return nextVersion({ ...unpriced, price, state }, order, row);
}

/** The same change with its claim made lasting: an act makes the agent responsible. */
export function withLastingClaim(made: OrderChange): OrderChange {
  const { claim } = made.order;
  if (claim?.until === undefined) return made;
  const { until: _until, ...lasting } = claim;
  return { ...made, order: { ...made.order, claim: lasting } };
}

/** The same change with another moment by which the customer hears. */
export function withPromise(made: OrderChange, promisedBy: number): OrderChange {
  return { ...made, order: { ...made.order, promisedBy } };
}

/** The same change of an order that staff are called to: heads hear of it. */
export function calledTo(made: OrderChange, what: Call, at: number): OrderChange {
  const { clock } = made.order;
  return { ...made, order: { ...made.order, clock: { ...clock, called: { ...clock?.called, [what]: at } } } };
}

/** Two changes of one order in one turn as a single one. */
export function joinChanges(first: OrderChange, second: OrderChange): OrderChange {
  const history = [...first.history, ...second.history];
  return {
    order: { ...second.order, version: versionAfter(first.expect, history) },
    ...(first.before && { before: first.before }),
    expect: first.expect,
    history,
  };
}

/**
 * The change from `before` to `next`, whose version it makes, and the rows that tell of it. Without any it is a mark of the office's own, or what the order waits for,
 * worked out anew: the order is the same as it was for whoever has seen it, and keeps its version.
 */
export function nextVersion(next: Order, before: Order, ...history: readonly HistoryRow[]): OrderChange {
  const version = versionAfter(before.version, history);
  return {
    order: { ...next, version, changedAt: history.at(-1)?.at ?? before.changedAt },
    before,
    expect: before.version,
    history,
  };
}

/** One more with every change that a row of the history tells of. */
const versionAfter = (version: number, history: readonly HistoryRow[]): number =>
  history.length === 0 ? version : version + 1;
