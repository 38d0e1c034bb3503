/** The search for a partner: one round of it, and what the customer and staff learn when nobody is left. */
import type { Order } from "../../domain/order.ts";
import type { Candidate, Candidates } from "../../domain/search.ts";
import { isolate } from "../../language/format.ts";
import { promiseMissed } from "../../orders/due/promise.ts";
import { isUndecided } from "../../orders/offers.ts";
import { isOpenAt, promisedBy } from "../../orders/promise.ts";
import {
  askedNext,
  askRound,
  endSearch,
  keepAsking,
  mostAsked,
  waitForOpening,
  waitForRoom,
} from "../../orders/search.ts";
import type { Flow } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { dueKnownOf } from "../order/due-known.ts";
import { canTell } from "../order/news.ts";
import { untilDay } from "../order/order-marks.ts";
import { wantPerson } from "../person/person.ts";
import { sayText } from "../show/render.ts";
import { aboutOf, showMoment } from "../show/show.ts";
import { addNews, changeOrder, type Work } from "../work.ts";

/** The next round. @param candidates as the shell has chosen them; left out: it does not know yet that they are wanted, and brings them next */
export function searchOn(work: Work, order: Order, candidates: Candidates | undefined): void {
  if (!candidates) return;
  const isAsking = order.offers?.some(isUndecided) === true;
  if (!isAsking && waitsForRoom(work, order, candidates)) return;
  const { dispatch } = flowOf(work.catalogue, order);
  const { chosen, opensAt, left, reachable } = candidates;
  const { at } = work;
  const round = notAsked(order, chosen).slice(0, askedNext(dispatch, order));
  if (round.length > 0) changeOrder(work, askRound(order, round, { at, left, ...termsOf(dispatch) }));
  else if (isAsking) changeOrder(work, keepAsking(order, at));
  else if (opensAt !== undefined && opensAt > at && !askedEnough(order))
    changeOrder(work, waitForOpening(order, opensAt, at, left));
  else if (reachable === 0 && !order.search?.asked.length)
    changeOrder(work, endSearch(order, "unreachable", { at, left }));
  else nobodyLeft(work, order, candidates);
}

/** An order that waits for room is looked at again after so long, whatever the office has seen meanwhile. */
const roomAgainMs = 10 * 60_000;

/**
 * All who would do have as many unanswered offers as they may: the search waits until one has room, but no longer than the customer was promised to hear, nor than an
 * order may lie unclaimed before a head is called. Then people take over, unless others open later: until then whoever has room before is asked.
 */
function waitsForRoom(work: Work, order: Order, { chosen, crowded = 0, opensAt, left }: Candidates): boolean {
  const { at } = work;
  if (crowded === 0 || askedEnough(order) || notAsked(order, chosen).length > 0) return false;
  const until = roomUntil(work, order);
  if (at >= until && opensAt === undefined) return false;
  const { noRoomSince, waitsUntil = at } = order.search ?? {};
  // Looked at before its time, and nothing has changed.
  if (noRoomSince !== undefined && waitsUntil > at) return true;
  const ends = [at + roomAgainMs, until, opensAt ?? until].filter((moment) => moment > at);
  changeOrder(work, waitForRoom(order, Math.min(...ends), at, left));
  return true;
}

/** The last moment until which it may wait for room. */
function roomUntil(work: Work, order: Order): number {
  const known = dueKnownOf(work, order);
  const { flow, office, zone } = known;
  const minutes = 2 * (flow.dispatch.claim_minutes ?? office.claim_minutes);
  const longest = promisedBy(office, zone, order.search?.noRoomSince ?? work.at, minutes);
  return Math.min(longest, promiseMissed.at(order, known) ?? longest);
}

const askedEnough = ({ search }: Order): boolean => (search?.asked.length ?? 0) >= mostAsked;

/** Whoever was chosen before the last change of the order may have been asked by it. */
function notAsked({ search }: Order, chosen: readonly Candidate[]): readonly Candidate[] {
  return chosen.filter(({ partner }) => !search?.asked.includes(partner.id));
}

/** For how long they may think, and whether they name their price. */
function termsOf({ strategy, offer_minutes, quote_minutes }: Flow["dispatch"]) {
  return strategy === "quotes"
    ? ({ minutes: quote_minutes, asks: "price" } as const)
    : { minutes: offer_minutes };
}

/**
 * People take over. The customer is told once, with a new moment by which they hear, where somebody was asked at all: before that, what they were
 * promised still stands. At night they are let sleep: the search looks once more in the morning, and staff know at once where they are there.
 */
function nobodyLeft(work: Work, order: Order, { left }: Candidates): void {
  const { catalogue, at, language } = work;
  const flow = flowOf(catalogue, order);
  const { office, zone } = catalogue;
  const made = endSearch(order, "nobody", { at, left });
  const { search } = made.order;
  const isTold = !search || search.told || search.asked.length === 0;
  const day = isTold ? undefined : untilDay(work);
  if (day === undefined || isOpenAt(office, zone, at)) wantPerson(work, "no_partner", false, order.ref);
  if (isTold || day !== undefined) {
    changeOrder(work, day === undefined ? made : waitForOpening(order, day, at, left));
    return;
  }
  // What was said last stands: nobody is told an earlier moment than the one that was just put off.
  const promised = Math.max(
    promisedBy(office, zone, at, flow.dispatch.promise_minutes),
    order.promisedBy ?? 0,
  );
  changeOrder(work, {
    ...made,
    order: { ...made.order, promisedBy: promised, search: { ...search, told: true } },
  });
  if (!canTell(work)) return;
  const variables = {
    ref: isolate(order.ref),
    about: aboutOf(catalogue, flow, order.fields, language),
    by: showMoment(promised, at, zone, language),
  };
  addNews(work, order.ref, sayText(catalogue, language, "partner.not_found", variables));
}
