/** The search for a partner as values: begun, one round after the other, and over, each as a change of its order. */
import type { PartnerId } from "../domain/ids.ts";
import type { HistoryRow, Order, OrderChange } from "../domain/order.ts";
import type { Candidate, LeftCounts, Search, SearchOver } from "../domain/search.ts";
import { joinChanges, nextVersion } from "./change.ts";
import { isUndecided, mayBeOffered, offerOrder } from "./offers.ts";
import { mayAskPrices } from "./quotes.ts";
import { rowOf } from "./row.ts";
import { isClosed, isOfficesOwn } from "./status.ts";

/** So many partners are asked by one search; then people look after it. */
export const mostAsked = 50;

const office = { type: "office" } as const;

/**
 * Whether an order that nobody has searched for yet may be searched for by itself: what it costs is agreed, and no colleague has taken it on. Without
 * a price nobody is sent to work: the customer was promised to approve it first.
 */
export function beginsByItself(order: Order): boolean {
  return mayBeOffered(order) && order.state.status !== "assigned" && order.price !== undefined;
}

/** The same for one that asks for prices: nobody has set another one. */
export function asksByItself(order: Order): boolean {
  return mayAskPrices(order) && order.state.status !== "assigned" && order.price === undefined;
}

/** Whether partners are asked about it now, or will be. */
export function isSearching({ search }: Order): boolean {
  return search !== undefined && search.over === undefined;
}

/** Whether it rests: a colleague has the order for a look, and either does something with it or lets it go. */
export function isResting({ claim }: Order): boolean {
  return claim?.until !== undefined;
}

/** The order with its search going on, after the partner that had it does not do it after all. */
export function resumeSearch(order: Order, partner: PartnerId, at: number): Order {
  const { over: _, ...search } = searchOf(order, at);
  const asked = search.asked.includes(partner) ? search.asked : [...search.asked, partner];
  return { ...order, search: { ...anew(search), since: at, asked } };
}

/** Partners asked together, and prices asked for, where the flow does not say how many. */
const askedTogether = { broadcast: 5, quotes: 3 } as const;

/** How many more may be asked now: of a broadcast as many as have answered of those that were asked together. */
export function askedNext(
  { strategy, at_once: most }: { readonly strategy: string; readonly at_once?: number | undefined },
  { search, offers = [] }: Order,
): number {
  const left = mostAsked - (search?.asked.length ?? 0);
  if (strategy === "quotes") return Math.min(most ?? askedTogether.quotes, left);
  if (strategy !== "broadcast") return Math.min(1, left);
  return Math.max(0, Math.min((most ?? askedTogether.broadcast) - offers.filter(isUndecided).length, left));
}

/** Those that declined in this search. */
const declinesOf = ({ search, offers = [] }: Order): number =>
  offers.filter(({ state, madeAt }) => state.type === "declined" && madeAt >= (search?.since ?? 0)).length;

/** Whether somebody declined, and another may be asked at once, while the others still think. */
export function mayReplace(order: Order, dispatch: Parameters<typeof askedNext>[0]): boolean {
  const isNew = declinesOf(order) > (order.search?.replaced ?? 0);
  return dispatch.strategy === "broadcast" && isNew && askedNext(dispatch, order) > 0;
}

/** Nobody can be asked in the place of whoever declined: the others may still answer. */
export function keepAsking(order: Order, at: number): OrderChange {
  return nextVersion({ ...order, search: replacing(order, at) }, order);
}

const replacing = (order: Order, at: number): Search => ({
  ...searchOf(order, at),
  replaced: declinesOf(order),
});

/** A new search, by staff: everybody may be asked again. */
export function searchAgain(order: Order, by: HistoryRow["by"], at: number): OrderChange {
  const told = order.search?.told && ({ told: true } as const);
  const search: Search = { since: at, asked: [], ...told };
  return nextVersion({ ...order, search }, order, rowOf(order, "search_begun", { at, by }));
}

/** One round: all of these are asked at once. There must be one. */
export function askRound(
  order: Order,
  candidates: readonly Candidate[],
  round: {
    readonly at: number;
    readonly minutes: number;
    readonly asks?: "price";
    readonly left: LeftCounts;
  },
): OrderChange {
  const { at, minutes, asks, left } = round;
  const until = at + minutes * 60_000;
  const searched = { ...order, search: replacing(order, at) };
  const row = rowOf(order, "searched", { at, by: office, search: { asked: candidates.length, left } });
  const begun = nextVersion(searched, order, row);
  return candidates.reduce((made, { partner, offer: id, pays }) => {
    const { search = searchOf(order, at), ...rest } = made.order;
    const asked = { ...search, asked: [...search.asked, partner.id] };
    const offer = { id, partner, madeAt: at, until, ...(asks ? { asks } : pays && { pays }) };
    return joinChanges(made, offerOrder({ ...rest, search: asked }, offer, office));
  }, begun);
}

/** Nobody who could do it is open: it goes on when the first of them is. */
export function waitForOpening(order: Order, until: number, at: number, left: LeftCounts): OrderChange {
  const search = { ...searchOf(order, at), waitsUntil: until };
  const row = rowOf(order, "search_waits", { at, by: office, search: { asked: 0, left, until } });
  return nextVersion({ ...order, search }, order, row);
}

/**
 * All who could do it have as many unanswered offers as they may: it goes on at this moment, or when one of them has room. Only the beginning of the wait is a row of
 * the history.
 */
export function waitForRoom(order: Order, until: number, at: number, left: LeftCounts): OrderChange {
  const since = order.search?.noRoomSince;
  const search = { ...searchOf(order, at), noRoomSince: since ?? at, waitsUntil: until };
  if (since !== undefined) return nextVersion({ ...order, search }, order);
  const row = rowOf(order, "search_crowded", { at, by: office, search: { asked: 0, left } });
  return nextVersion({ ...order, search }, order, row);
}

/** @param left why nobody was chosen in the end */
export function endSearch(
  order: Order,
  why: SearchOver,
  {
    at,
    by = office,
    left = {},
  }: { readonly at: number; readonly by?: HistoryRow["by"]; readonly left?: LeftCounts },
): OrderChange {
  const row = rowOf(order, "search_over", { at, by, search: { asked: 0, left, why } });
  return nextVersion({ ...order, search: ended(searchOf(order, at), why, at) }, order, row);
}

/**
 * The same change with the search of its order as it follows from it: over where somebody has the order, staff take it on, or nobody will do it;
 * and begun anew where the order is another than those asked were shown.
 */
export function settleSearch(change: OrderChange): OrderChange {
  const { order, history } = change;
  const { search } = order;
  if (!search || search.over) return change;
  const at = order.changedAt;
  const why = whyOver(change);
  if (why !== undefined) return { ...change, order: { ...order, search: ended(search, why, at) } };
  if (!history.some(({ what }) => what === "corrected" || what === "amended")) return change;
  return { ...change, order: { ...order, search: { ...anew(running(search)), since: at, asked: [] } } };
}

function whyOver(change: OrderChange): SearchOver | undefined {
  const { order, history } = change;
  if (isClosed(order.state.status)) return "ended";
  if (order.partner) return "found";
  if (order.shownPrices) return "quoted";
  if (history.some(isTakenOn) || order.state.status === "in_progress") return "by_staff";
  return isFirstAct(change) ? "by_staff" : undefined;
}

/** The office does it, by hand, by its systems or in one of its departments, or looks for a partner itself. */
function isTakenOn(row: HistoryRow): boolean {
  return isOfficesOwn(row) || (row.by.type === "agent" && (row.what === "taken" || row.what === "offered"));
}

/** A colleague who only had a look until now does something with it, other than to have partners asked. */
function isFirstAct({ before, order: { claim }, history }: OrderChange): boolean {
  if (!before || !isResting(before) || !claim || claim.until !== undefined) return false;
  return isSearching(before) && !history.some(({ what }) => what === "search_begun");
}

const searchOf = ({ search }: Order, at: number): Search => running(search ?? { since: at, asked: [] });

const ended = (search: Search, why: SearchOver, at: number): Search => ({
  ...running(search),
  over: { at, why },
});

/** Declines are counted from its beginning. */
function anew({ replaced: _, ...search }: Search): Search {
  return search;
}

/** The search without what it waits for. */
function running({ waitsUntil: _until, noRoomSince: _since, ...search }: Search): Search {
  return search;
}
