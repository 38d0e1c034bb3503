/** What the customer thought of a finished order: a mark from 1 to 5, with their own words. Asked once, as values of the order. Pure. */
import type { By, HistoryRow, Order, OrderChange } from "../domain/order.ts";
import type { Rating } from "../domain/rating.ts";
import { nextVersion } from "./change.ts";
import { rowOf } from "./row.ts";

/** So long after the end, the thing itself has been seen. */
const askAfterMs = 30 * 60_000;
/** Whoever was busy is asked no later than this after the end. */
const askWithinMs = 3 * 24 * 3_600_000;
/** A busy chat is left alone for so long. */
const busyMs = 2 * 3_600_000;

export const marks = [1, 2, 3, 4, 5] as const;
export type Mark = (typeof marks)[number];

/** A mark by which something went wrong. */
export const isLow = (mark: Mark): boolean => mark <= 2;

/** When the question is due, the night aside; undefined where the order is not done, or it was asked or let go. */
export function ratingDueAt({ state, rating }: Order): number | undefined {
  if (state.status !== "done" || rating?.asked !== undefined || rating?.letGo) return undefined;
  return rating?.notBefore ?? state.at + askAfterMs;
}

/** Whether it is too late to ask at a moment. */
export function isTooLateToAsk({ state }: Order, at: number): boolean {
  return at > state.at + askWithinMs;
}

/** The question has been put. */
export function ratingAsked(order: Order, at: number): OrderChange {
  return nextVersion({ ...order, rating: { asked: at } }, order);
}

/** The chat is busy with something else: asked later. */
export function ratingLater(order: Order, at: number): OrderChange {
  return nextVersion({ ...order, rating: { notBefore: at + busyMs }, clock: { ...order.clock, at } }, order);
}

/** It is not asked any more. */
export function ratingLetGo(order: Order, at: number): OrderChange {
  return nextVersion({ ...order, rating: { letGo: true }, clock: { ...order.clock, at } }, order);
}

/** Whether a mark may still be given: the question was put, and not answered yet. */
export function mayBeRated({ state, rating }: Order): boolean {
  return state.status === "done" && rating?.asked !== undefined && rating.mark === undefined;
}

/** The order with its mark. @param words the customer's own, or empty */
export function rateOrder(order: Order, mark: Mark, words: string, by: By, at: number): OrderChange {
  const rating: Rating = { ...order.rating, mark, markedAt: at, ...(words !== "" && { words }) };
  const rated = { ...order, rating };
  return nextVersion(rated, order, markRow(rated, by, at, words));
}

/** Words that follow on a mark. */
export function rateInWords(order: Order, words: string, by: By, at: number): OrderChange {
  return nextVersion({ ...order, rating: { ...order.rating, words } }, order, markRow(order, by, at, words));
}

function markRow(order: Order, by: By, at: number, words: string): HistoryRow {
  const mark = order.rating?.mark;
  return rowOf(order, "rated", {
    ...{ at, by },
    ...(words !== "" && { note: words }),
    ...(mark !== undefined && { mark }),
  });
}
